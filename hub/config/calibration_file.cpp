#include "hub/config/calibration_file.h"

#include <ctime>

#include <fmt/chrono.h>
#include <fmt/format.h>

#include "hub/config/parse_toml.h"
#include "hub/config/replace_files.h"
#include "hub/config/table_reader.h"

namespace chairhub {
namespace {

// TOML's own form of a date and time, in UTC.
std::string utc(WallTime time) {
  const auto second = std::chrono::floor<Seconds>(time);
  return fmt::format("{:%Y-%m-%dT%H:%M:%S}.{:03}Z",
                     fmt::gmtime(static_cast<std::time_t>(second.time_since_epoch().count())), (time - second).count());
}

Baseline read_baseline(TableReader table) {
  Baseline base;
  table.require("seat_total", base.seat_total, "a number above 0");
  table.require("back_total", base.back_total, "a number");
  table.require("left_right", base.left_right, "a number from -1 to 1", -1.0, 1.0);
  table.require("front_back", base.front_back, "a number from -1 to 1", -1.0, 1.0);
  table.refuse_unknown_keys();
  return base;
}

UprightLevel read_upright(TableReader table) {
  UprightLevel upright;
  table.require("rear", upright.rear, "a number from 0.01 to 100", 0.01, 100.0);
  table.require("total", upright.total, "a number from 0.01 to 100", 0.01, 100.0);
  table.refuse_unknown_keys();
  return upright;
}

PadCalibration read_pad(TableReader table) {
  PadCalibration pad;
  table.require("zero", pad.zero, "the counts with nobody on the chair");
  table.require("span", pad.span, "the counts from zero to the end of the range");
  table.read("noise", pad.noise);
  double supported = 0;
  table.read("supported", supported);
  if (table.has("supported")) pad.supported = supported;
  table.refuse_unknown_keys();
  if (table.has("span") && pad.span == 0) table.refuse("span", "'span' is 0; any other number is allowed");
  return pad;
}

Calibration read_calibration(TableReader& root, const Chair& chair) {
  Calibration calibration;
  root.require("made_at", calibration.made_at, "when it was made, such as 2026-01-31T09:30:00Z");
  if (TableReader base = root.table("supported"); base.present()) calibration.supported = read_baseline(base);
  if (TableReader upright = root.table("upright"); upright.present()) calibration.upright = read_upright(upright);
  TableReader pads = root.table("pad");
  for (const Pad& pad : chair.pads) {
    TableReader table = pads.table(pad.name);
    if (table.present())
      calibration.pads.push_back(read_pad(table));
    else
      root.refuse(
          fmt::format("pad '{0}' of chair '{1}' is missing; it has to be there as [pad.{0}]. Is this the calibration "
                      "of another chair?",
                      pad.name, chair.id));
  }
  pads.refuse_unknown_keys();
  root.refuse_unknown_keys();
  return calibration;
}

}  // namespace

std::string calibration_text(const Calibration& calibration, const Chair& chair) {
  std::string text = fmt::format(
      "# How the pads of the chair \"{}\" and the person on it look. Made by chairhub calibrate.\n", chair.id);
  text += fmt::format("made_at = {}\n", utc(calibration.made_at));
  if (const auto& base = calibration.supported)
    text += fmt::format("\n[supported]\nseat_total = {}\nback_total = {}\nleft_right = {}\nfront_back = {}\n",
                        base->seat_total, base->back_total, base->left_right, base->front_back);
  if (const auto& upright = calibration.upright)
    text += fmt::format(
        "\n# Sitting upright without support, as parts of the supported forces; measured, or learned since.\n"
        "[upright]\nrear = {}\ntotal = {}\n",
        upright->rear, upright->total);
  for (std::size_t i = 0; i < chair.pads.size(); ++i) {
    const PadCalibration& pad = calibration.pads.at(i);
    text += fmt::format("\n[pad.{}]\nzero = {}\nspan = {}\nnoise = {}\n", chair.pads[i].name, pad.zero, pad.span,
                        pad.noise);
    if (pad.supported) text += fmt::format("supported = {}\n", *pad.supported);
  }
  return text;
}

Result<void> save_calibration(const Calibration& calibration, const Chair& chair, const std::filesystem::path& file) {
  const NewFile files[] = {{file, calibration_text(calibration, chair)}};
  return replace_files(files);
}

Result<Calibration> load_calibration(const Chair& chair, const std::filesystem::path& file) {
  const auto text = read_text(file);
  if (!text) return tl::unexpected(text.error());
  const auto document = parse_toml(*text, file);
  if (!document) return tl::unexpected(document.error());
  Report report(file.string());
  TableReader root(report, "", &*document);
  Calibration calibration = read_calibration(root, chair);
  if (report.problems() > 0) return tl::unexpected(report.error());
  return calibration;
}

}  // namespace chairhub
