"""Settings of gunicorn, read from the folder where it is started, by `run.py` or by hand."""

preload_app = True  # Django is loaded once for all workers: it halves what the start costs.
workers = 2
threads = 3
graceful_timeout = 3
loglevel = "warning"
control_socket_disable = True
# The site itself refuses a long address, with a page in French: gunicorn would in English, from 4 KB on.
limit_request_line = 0
