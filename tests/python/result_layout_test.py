"""The rules of docs/formats/results.md that any results file keeps, seen by h5py: result_layout_test.py FILE.h5"""
import re

from result_file import ResultTest, attribute, axes_of, is_scale, main, need

h5py, np = need("h5py", "numpy")
h5 = h5py.h5
OF_SCALES = {"CLASS", "NAME", "REFERENCE_LIST", "DIMENSION_LIST", "_FillValue"}
TRACKED = h5py.h5p.CRT_ORDER_TRACKED | h5py.h5p.CRT_ORDER_INDEXED


def is_text(dataset):
    return h5py.check_string_dtype(dataset.dtype) is not None


def rounded(value):
    return np.float32(f"{value:.4e}")


class RootTest(ResultTest):
    def test_tells_what_the_file_is_and_how_it_was_made(self):
        root = {name: attribute(self.file, name) for name in self.file.attrs}
        self.assertEqual(root["filetype"], "sojourn-results")
        self.assertEqual(list(root["format_version"]), [1, 0])
        self.assertEqual(root["Conventions"], "CF-1.10, ACDD-1.3")
        self.assertIn(root["status"], ("running", "stopped", "failed", "complete"))
        for name in ("digest", "file_digest"):
            self.assertRegex(root[name], "^sj1:[0-9a-f]{16}$")
        for name in ("semantics_version", "engine_version", "commit", "last_complete_month", "title", "question", "history"):
            self.assertIn(name, root)

    def test_has_its_attributes_in_the_order_of_the_format(self):
        names = list(self.file.attrs)
        self.assertEqual(names[:13], ["filetype", "format_version", "semantics_version", "engine_version", "commit", "status",
                                      "last_complete_month", "digest", "file_digest", "title", "question", "history",
                                      "Conventions"])

    def test_holds_its_provenance(self):
        self.assertLessEqual({"record", "scenario_source", "scenario_effective", "input_path", "input_sha256", "digest"},
                             set(self.file["provenance"]))
        self.assertLessEqual({"seconds", "bytes"}, set(self.file["timing"]))


class AxisTest(ResultTest):
    def test_every_axis_has_one_scale_of_its_own_group_named_as_its_link(self):
        for path, dataset in self.datasets():
            if is_scale(dataset):
                self.assertEqual(dataset.ndim, 1, path)
                self.assertEqual(h5py.h5ds.get_scale_name(dataset.id).decode(), path.rpartition("/")[2])
                continue
            for axis, dimension in enumerate(dataset.dims):
                self.assertEqual(len(dimension), 1, f"{path} axis {axis}")
                scale = dimension[0]
                self.assertEqual(scale.name.rpartition("/")[0], dataset.name.rpartition("/")[0])
                self.assertEqual(h5py.h5ds.get_scale_name(scale.id).decode(), scale.name.rpartition("/")[2])
                self.assertEqual(len(scale), dataset.shape[axis])

    def test_labels_are_distinct(self):
        for path, dataset in self.datasets():
            if is_scale(dataset):
                self.assertEqual(len(set(dataset[:].tolist())), len(dataset), path)

    def test_no_axis_is_unlimited_and_no_space_is_null(self):
        for path, dataset in self.datasets():
            self.assertIsNotNone(dataset.shape, path)
            self.assertEqual(dataset.maxshape, dataset.shape, path)

    def test_sexes_are_women_and_men(self):
        for path, dataset in self.datasets():
            if path.endswith("/sex") and is_scale(dataset):
                self.assertEqual(dataset.asstr()[:].tolist(), ["women", "men"], path)


class TypeTest(ResultTest):
    def test_values_are_text_signed_integers_or_floats_of_32_bits(self):
        for path, dataset in self.datasets():
            if is_text(dataset):
                self.assertIsNone(h5py.check_string_dtype(dataset.dtype).length, f"{path}: text of fixed length")
                self.assertEqual(h5py.check_string_dtype(dataset.dtype).encoding, "utf-8", path)
            else:
                self.assertIn(dataset.dtype.str, ("|i1", "<i4", "<i8", "<f4"), path)
                self.assertIsNone(h5py.check_enum_dtype(dataset.dtype), path)

    def test_codes_carry_their_meanings(self):
        for path, dataset in self.datasets():
            if dataset.dtype == np.int8 and not is_scale(dataset):
                values = dataset.attrs["flag_values"]
                self.assertEqual(values.dtype, np.int8, path)
                self.assertEqual(len(values), len(attribute(dataset, "flag_meanings").split()), path)
                self.assertLessEqual(set(np.unique(dataset[()])), set(values.tolist()), path)

    def test_floats_have_five_significant_digits(self):
        for path, dataset in self.datasets():
            if dataset.dtype != np.float32 or dataset.size == 0:
                continue
            values = np.unique(np.asarray(dataset[()]).ravel())
            values = values[np.isfinite(values)]
            for value in values[:: max(1, len(values) // 2000)]:
                self.assertEqual(rounded(value), value, path)

    def test_only_floats_have_a_fill_value_and_it_is_nan(self):
        for path, dataset in self.datasets():
            if dataset.dtype == np.float32 and not is_scale(dataset):
                self.assertTrue(np.isnan(dataset.attrs["_FillValue"]), path)
                self.assertTrue(np.isnan(dataset.fillvalue), path)
            else:
                self.assertNotIn("_FillValue", dataset.attrs, path)


class AttributeTest(ResultTest):
    def test_texts_are_scalars_of_fixed_length_in_utf8(self):
        for path, item in [("", self.file)] + self.datasets():
            for name in set(item.attrs) - OF_SCALES:
                attribute = h5py.h5a.open(item.id, name.encode())
                kind = attribute.get_type()
                if kind.get_class() != h5py.h5t.STRING:
                    self.assertIn(kind.get_class(), (h5py.h5t.INTEGER, h5py.h5t.FLOAT), f"{path}:{name}")
                    continue
                self.assertFalse(kind.is_variable_str(), f"{path}:{name}")
                self.assertEqual(kind.get_cset(), h5py.h5t.CSET_UTF8, f"{path}:{name}")
                self.assertEqual(attribute.get_space().get_simple_extent_type(), h5py.h5s.SCALAR, f"{path}:{name}")

    def test_every_variable_says_what_it_is(self):
        for path, dataset in self.datasets():
            wanted = {"long_name"} if is_scale(dataset) else {"units", "long_name", "definition"}
            for name in wanted:
                self.assertIn(name, dataset.attrs, path)
                self.assertTrue(attribute(dataset, name).strip("\0 "), f"{path}: {name} is empty")

    def test_no_unit_is_a_plural_that_readers_take_for_a_time_difference(self):
        for path, dataset in self.datasets():
            if "units" in dataset.attrs:
                self.assertNotIn(attribute(dataset, "units"), ("days", "hours", "minutes", "seconds", "milliseconds"), path)

    def test_what_does_not_add_up_over_sexes_also_comes_without_them(self):
        for path, dataset in self.datasets():
            axes = axes_of(dataset)
            monthly_or_annual = re.match("(monthly|annual)/", path)
            if monthly_or_annual and "sex" in axes and dataset.attrs.get("adds_up") == 0:
                self.assertIn(path + "_both", self.file, path)


class StorageTest(ResultTest):
    def test_creation_order_is_tracked(self):
        for path, dataset in self.datasets():
            self.assertEqual(dataset.id.get_create_plist().get_attr_creation_order(), TRACKED, path)
        for path in self.groups():
            parts = path.split("/")
            for depth in range(len(parts) + 1):
                self.assertTrue(self.links_are_tracked("/" + "/".join(parts[:depth])), path)

    def links_are_tracked(self, path):
        """HDF5 refuses to walk links by creation order where it is not tracked."""
        names = []
        group = self.file[path]
        group.id.links.iterate(names.append, idx_type=h5.INDEX_CRT_ORDER)
        return len(names) == len(group)

    def test_numbers_are_checked_and_chunks_hold_one_scenario_and_replicate(self):
        for path, dataset in self.datasets():
            if is_text(dataset) or dataset.ndim == 0 or dataset.size == 0:
                self.assertIsNone(dataset.chunks, path)
                continue
            self.assertTrue(dataset.fletcher32, path)
            self.assertEqual(dataset.shuffle, dataset.compression == "gzip", path)
            axes = axes_of(dataset)
            if axes[:1] == ["scenario"]:
                self.assertEqual(dataset.chunks[0], 1, path)
            if axes[:2] in (["scenario", "replicate"], ["scenario", "stat"]):
                self.assertEqual(dataset.chunks[:2], (1, 1), path)


if __name__ == "__main__":
    main()
