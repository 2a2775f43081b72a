#include "hub/storage/calibration_rows.h"

#include <cstddef>

#include <fmt/format.h>

#include "hub/storage/sql.h"

namespace chairhub {
namespace {

std::optional<double> optional_real(const SQLite::Statement& row, int column) {
  return is_null(row, column) ? std::nullopt : std::optional(real(row, column));
}

std::optional<PadCalibration> read_pad(const SQLite::Database& database, std::int64_t calibration,
                                       const std::string& pad) {
  auto row =
      query(database, "SELECT zero, span, noise, supported FROM calibration_pads WHERE calibration = ?1 AND pad = ?2",
            calibration, pad);
  if (!row.executeStep()) return std::nullopt;
  return PadCalibration{real(row, 0), real(row, 1), real(row, 2), optional_real(row, 3)};
}

}  // namespace

void write_calibration(const SQLite::Database& database, const CalibrationOwner& owner,
                       const std::vector<std::string>& pads, const Calibration& calibration) {
  const auto& person = calibration.supported;
  const auto of_person = [&](double Baseline::* value) {
    return person ? std::optional((*person).*value) : std::nullopt;
  };
  const auto& upright = calibration.upright;
  // The same one as before, but for zeros that have followed their drift and what was learned since.
  execute(database, "DELETE FROM calibrations WHERE chair = ?1 AND profile = ?2 AND made_ms = ?3", owner.chair,
          owner.profile, calibration.made_at);
  execute(database,
          "INSERT INTO calibrations (chair, profile, boot, made_ms, seat_total, back_total, left_right, front_back, "
          "upright_rear, upright_total) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
          owner.chair, owner.profile, owner.boot, calibration.made_at, of_person(&Baseline::seat_total),
          of_person(&Baseline::back_total), of_person(&Baseline::left_right), of_person(&Baseline::front_back),
          upright ? std::optional(upright->rear) : std::nullopt,
          upright ? std::optional(upright->total) : std::nullopt);
  const std::int64_t id = database.getLastInsertRowid();
  for (std::size_t i = 0; i < pads.size(); ++i) {
    const PadCalibration& pad = calibration.pads[i];
    execute(database,
            "INSERT INTO calibration_pads (calibration, pad, zero, span, noise, supported) VALUES (?, ?, ?, ?, ?, ?)",
            id, pads[i], pad.zero, pad.span, pad.noise, pad.supported);
  }
}

Result<std::optional<Calibration>> read_calibration(const SQLite::Database& database, const Chair& chair,
                                                    std::string_view profile) {
  auto row = query(database,
                   "SELECT id, made_ms, seat_total, back_total, left_right, front_back, upright_rear, upright_total "
                   "FROM calibrations WHERE chair = ?1 AND profile = ?2 ORDER BY id DESC LIMIT 1",
                   chair.id, profile);
  if (!row.executeStep()) return std::optional<Calibration>();
  Calibration calibration;
  calibration.made_at = wall(row, 1);
  if (!is_null(row, 2)) calibration.supported = Baseline{real(row, 2), real(row, 3), real(row, 4), real(row, 5)};
  if (!is_null(row, 6)) calibration.upright = UprightLevel{real(row, 6), real(row, 7)};
  for (const Pad& pad : chair.pads) {
    const auto its = read_pad(database, number(row, 0), pad.name);
    if (!its)
      return failure(
          fmt::format("the latest calibration of chair \"{}\" for \"{}\" knows no pad \"{}\"; "
                      "calibrate again",
                      chair.id, profile, pad.name));
    calibration.pads.push_back(*its);
  }
  return std::optional(std::move(calibration));
}

}  // namespace chairhub
