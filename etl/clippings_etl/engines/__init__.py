"""Where the per-document work runs: in this process, in processes of its own, on a Dask cluster.

engine.py         what an engine is, and what all of them hand out: batches
process.py        one process that works, from outside and from inside
local.py          processes on this machine
dask_cluster.py   a Dask cluster, from outside; needs the extra `dask`
dask_worker.py    the same from inside: what runs on its workers
opening.py        a name on the command line → the engine

Results come in the order of the items, so they are the same whatever the engine and the number of workers.
"""

from .engine import Engine
from .local import HANDFUL, LocalEngine, default_workers, run
from .opening import ENGINES, open_engine

__all__ = ["ENGINES", "HANDFUL", "Engine", "LocalEngine", "default_workers", "open_engine", "run"]
