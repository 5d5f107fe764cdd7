"""The readers that people use open a results file: xarray with both engines, ncdump, pandas: result_readers_test.py FILE.h5

What is asked of the synthetic result of the tests alone is skipped for any other file.
"""
import json
import shutil
import subprocess
import warnings

from result_file import ResultTest, attribute, main, need

np, xr, pd, _, _ = need("numpy", "xarray", "pandas", "netCDF4", "h5netcdf")
ENGINES = ("netcdf4", "h5netcdf")


class ReadersTest(ResultTest):
    def open(self, group, engine):
        dataset = xr.open_dataset(self.path, group=group, engine=engine).load()
        dataset.close()
        return dataset

    def both(self, group):
        """The group as each engine opens it, without a warning."""
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            return [self.open(group, engine) for engine in ENGINES]


class AnyResultTest(ReadersTest):
    def test_opens_every_group_with_its_own_coordinates(self):
        for group in self.groups():
            for dataset in self.both(group):
                self.assertEqual(set(dataset.dims), set(dataset.coords), group)
                for name, variable in dataset.data_vars.items():
                    self.assertEqual(variable.shape, self.file[group][name].shape, f"{group}/{name}")

    def test_labels_are_text_and_not_bytes(self):
        for group in self.groups():
            for dataset in self.both(group):
                for name, coordinate in dataset.coords.items():
                    if coordinate.dtype == object:
                        self.assertTrue(all(isinstance(label, str) for label in coordinate.values), f"{group}/{name}")
                    else:
                        self.assertIn(coordinate.dtype.kind, "iMf", f"{group}/{name}")

    def test_counts_stay_integers_and_units_stay_attributes(self):
        for group in self.groups():
            for dataset in self.both(group):
                for name, variable in dataset.data_vars.items():
                    stored = self.file[group][name]
                    if stored.dtype.kind in "if":
                        self.assertEqual(variable.dtype, stored.dtype, f"{group}/{name}")
                    self.assertEqual(variable.attrs["units"], attribute(stored, "units"), f"{group}/{name}")

    def test_values_are_those_that_h5py_sees(self):
        for group in self.groups():
            for dataset in self.both(group):
                for name, variable in dataset.data_vars.items():
                    stored = self.file[group][name]
                    if stored.dtype.kind in "if":
                        np.testing.assert_array_equal(variable.values, stored[()], f"{group}/{name}")

    def test_months_are_the_first_days_of_consecutive_months(self):
        for group in self.groups():
            if "month" not in self.file[group]:
                continue
            for dataset in self.both(group):
                months = pd.DatetimeIndex(dataset.month.values)
                self.assertTrue((months.day == 1).all(), group)
                expected = pd.date_range(months[0], periods=len(months), freq="MS")
                self.assertTrue((months == expected).all(), group)

    def test_ncdump_prints_the_header(self):
        self.assertTrue(shutil.which("ncdump"), "ncdump is missing: apt-get install netcdf-bin")
        header = subprocess.run(["ncdump", "-h", self.path], check=True, capture_output=True, text=True)
        self.assertEqual(header.stderr, "")
        self.assertIn(':filetype = "sojourn-results"', header.stdout)
        for group in self.groups():
            self.assertIn(f"group: {group.rpartition('/')[2]} {{", header.stdout)

    def test_a_table_becomes_a_data_frame(self):
        for group in self.groups():
            for dataset in self.both(group):
                numbers = [name for name, variable in dataset.data_vars.items() if variable.dtype.kind in "if" and variable.ndim]
                for name in numbers[:1]:
                    frame = dataset[[name]].to_dataframe().reset_index()
                    self.assertEqual(len(frame), dataset[name].size, f"{group}/{name}")

    def test_the_record_is_json_that_names_seed_and_versions(self):
        for dataset in self.both("provenance"):
            record = json.loads(dataset.record.item())
            for key in ("program", "engine_version", "semantics_version", "commit", "compiler", "options", "seed", "host",
                        "threads", "started_at", "finished_at", "seconds", "bytes"):
                self.assertIn(key, record)


class SyntheticResultTest(ReadersTest):
    def setUp(self):
        if attribute(self.file, "title") != "Fee cap – नेपाल":
            self.skipTest("asked of the synthetic result only")

    def test_selects_by_label_as_the_guide_shows(self):
        for d in self.both("annual/corridor"):
            difference = d.deployments.sel(scenario="npl-fee-cap") - d.deployments.sel(scenario="baseline")
            # Counts 0, 1, 2, ... over 2 x 3 x 2 x 3 x 2 cells: scenarios are 36 apart in every cell.
            women = difference.sel(corridor="NPL-QAT", sex="women").mean("replicate")
            self.assertEqual(women.values.tolist(), [36.0, 36.0])

    def test_decodes_months_and_missing_values(self):
        for d in self.both("monthly/origin"):
            self.assertEqual(d.month.dt.strftime("%Y-%m").values.tolist(), ["2026-01", "2026-02", "2026-03", "2026-04"])
            cost = d.mean_recruitment_cost_usd.values.ravel()
            self.assertEqual(np.isnan(cost).sum(), 13)  # every seventh of 96
            self.assertEqual(cost[:3].tolist(), [0.25, 1.25, 2.25])

    def test_keeps_types_units_and_definitions(self):
        for d in self.both("monthly/origin"):
            self.assertEqual(d.deployments.dtype, np.int32)
            self.assertEqual(d.remittances_sent_usd.dtype, np.int64)
            self.assertEqual(d.remittances_sent_usd.values.ravel()[0], 5_000_000_000)
            self.assertEqual(d.mean_recruitment_cost_usd.dtype, np.float32)
            self.assertEqual(d.median_days_to_resolve.attrs["units"], "day")
            self.assertEqual(d.deployments.attrs["definition"], "Workers who left for a job abroad.")

    def test_keeps_the_order_of_variables(self):
        for d in self.both("monthly/origin"):
            self.assertEqual(list(d.data_vars)[:3], ["deployments", "mean_recruitment_cost_usd", "mean_recruitment_cost_usd_both"])

    def test_reads_text_of_every_kind(self):
        for d in self.both("measures"):
            self.assertEqual(d.note.item(), 'नेपाल, "quoted"\nand a second line')
            self.assertEqual(d.sizes["lever"], 0)
        for d in self.both("provenance"):
            self.assertEqual(d.scenario_source.values.tolist(), ["", 'title = "Fee cap"\n'])
            self.assertEqual(d.digest.values.tolist(), [["sj1:0", "sj1:1", "sj1:2"], ["sj1:3", "sj1:4", "sj1:5"]])

    def test_opens_an_empty_group(self):
        for d in self.both("measures/log"):
            self.assertEqual(len(d.variables), 0)


if __name__ == "__main__":
    main()
