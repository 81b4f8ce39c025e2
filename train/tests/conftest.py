"""The modules of train/ are found as they are when its programs run."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
