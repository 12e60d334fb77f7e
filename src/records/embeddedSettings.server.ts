import { totalmem } from 'node:os';

const GIGABYTE = 1024 ** 3;

/** Who may enter: the product over its private socket (on Windows: loopback), with its password. Nobody else. */
export const accessRules =
	process.platform === 'win32'
		? 'host all all 127.0.0.1/32 scram-sha-256\n'
		: 'local all all scram-sha-256\n';

/** The end of a new postgresql.conf. Written once: whoever runs Offpeak may edit it, a restart applies it. */
export function embeddedSettings(): string {
	const roomy = totalmem() >= 4 * GIGABYTE;
	return `
#------------------------------------------------------------------------------
# OFFPEAK: written once when this database was made; edit freely, then restart.
#------------------------------------------------------------------------------

# Nobody but Offpeak connects. The socket's folder (on Windows the port) is given when the server starts.
listen_addresses = '${process.platform === 'win32' ? '127.0.0.1' : ''}'
unix_socket_permissions = 0700
max_connections = 60
password_encryption = 'scram-sha-256'

# What was acknowledged stays: leave these two on.
fsync = on
synchronous_commit = on

shared_buffers = ${roomy ? '256MB' : '128MB'}
effective_cache_size = ${roomy ? '2GB' : '512MB'}
work_mem = 16MB
maintenance_work_mem = 128MB
random_page_cost = 1.1

# Calls arrive all day: few, spread checkpoints. Their log is not compressed: where many calls are corrected, that
# would take a fifth of the database's time.
max_wal_size = 2GB
checkpoint_timeout = 15min
wal_compression = off

timezone = 'UTC'
log_timezone = 'UTC'
datestyle = 'iso, ymd'

# A week of logs in log/, one file a weekday. Terse: details of errors would quote callers' data.
logging_collector = on
log_directory = 'log'
log_filename = 'postgres-%a.log'
log_rotation_age = 1d
log_rotation_size = 0
log_truncate_on_rotation = on
log_line_prefix = '%m [%p] '
log_error_verbosity = terse
log_checkpoints = off
${process.platform === 'win32' ? '' : CLIENT_CHECK}`;
}

/** Windows has no way to ask. */
const CLIENT_CHECK = `
# A long question ends soon after the product that asked it has died.
client_connection_check_interval = 5s
`;
