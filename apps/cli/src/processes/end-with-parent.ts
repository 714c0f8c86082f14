// Loaded before a process that another one started: when that one is gone, however it went, this one stops in order.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
