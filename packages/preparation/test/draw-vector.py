"""The draw of draw.test.ts, computed from the protocol's text alone (README of packages/preparation), without its code."""
from hashlib import sha256


def hashed(purpose, fields):
    text = "\n".join([f"bilik/v1/{purpose}"] + [f"{len(f.encode())}:{f}" for f in fields])
    return sha256(text.encode()).hexdigest()


village, names, dice = "16.07.05.2003", ["sari", "budi", "wati", "dedi", "nur"], "163425"
parts = [village]
for name in names:
    words, salt = f"rahasia {name}", sha256(name.encode()).hexdigest()[:32]
    parts += [name, hashed("draw-commitment", [village, name, words, salt]), words, salt]
seed = hashed("draw-seed", parts + [dice])
bag, drawn, block = list(range(1, len(names) + 1)), [], 0
while bag:
    for byte in bytes.fromhex(hashed("draw-balls", [seed, str(block)])):
        if not bag:
            break
        if byte < 256 - 256 % len(bag):
            drawn.append(bag.pop(byte % len(bag)))
    block += 1
print(drawn)
