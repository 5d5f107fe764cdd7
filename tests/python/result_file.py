"""What the tests of the results file share: the file named on the command line, its groups, and the modules needed."""
import importlib
import sys
import unittest

PACKAGES = {"h5netcdf": "python3-h5netcdf", "h5py": "python3-h5py", "netCDF4": "python3-netcdf4",
            "numpy": "python3-numpy", "pandas": "python3-pandas", "xarray": "python3-xarray"}


def need(*modules):
    """The modules; says which Debian packages are missing and fails if any is."""
    found, missing = [], []
    for name in modules:
        try:
            found.append(importlib.import_module(name))
        except ImportError:
            missing.append(PACKAGES[name])
    if missing:
        sys.exit("missing Python modules: apt-get install " + " ".join(missing))
    return found


h5py, = need("h5py")


def is_scale(dataset):
    return h5py.h5ds.is_scale(dataset.id)


def axes_of(dataset):
    """Names of a variable's axes; none for an axis itself."""
    return [] if is_scale(dataset) else [dimension[0].name.rpartition("/")[2] for dimension in dataset.dims]


def attribute(item, name):
    """Text as text: h5py gives fixed-length text as bytes."""
    value = item.attrs[name]
    return value.decode() if isinstance(value, bytes) else value


class ResultTest(unittest.TestCase):
    """A test of the file that the command line names."""

    path = None

    @classmethod
    def setUpClass(cls):
        cls.file = h5py.File(cls.path, "r")
        cls.addClassCleanup(cls.file.close)

    def datasets(self):
        """(path, dataset) of the whole file."""
        found = []
        self.file.visititems(lambda name, item: found.append((name, item)) if isinstance(item, h5py.Dataset) else None)
        self.assertTrue(found, "a file without a dataset")
        return found

    def groups(self):
        """Paths of the groups that hold datasets: each of them is one netCDF dataset."""
        return list(dict.fromkeys(path.rpartition("/")[0] for path, _ in self.datasets()))


def main():
    if len(sys.argv) < 2:
        sys.exit(f"usage: {sys.argv[0]} FILE.h5 [unittest options]")
    ResultTest.path = sys.argv.pop(1)
    unittest.main(verbosity=2)
