#include "hub/doctor/examine.h"

#include <fmt/format.h>

#include "drivers/catalogue.h"
#include "hub/config/calibration_file.h"
#include "hub/doctor/boot_config.h"
#include "hub/doctor/broker_check.h"
#include "hub/doctor/clock_check.h"
#include "hub/doctor/devices.h"
#include "hub/doctor/gpio_lines.h"
#include "hub/doctor/hub_process.h"
#include "hub/doctor/kit_trial.h"
#include "hub/doctor/rail.h"
#include "hub/doctor/storage_check.h"
#include "hub/storage/log_reader.h"

namespace chairhub {
namespace {

Finding describe_hub(const std::optional<int>& hub) {
  if (!hub)
    return {Severity::note, "hub.stopped", "", "the hub does not run with this configuration",
            "sudo systemctl start chairhub, or chairhub run"};
  return {Severity::ok, "hub.running", "", fmt::format("the hub runs, as process {}", *hub)};
}

// The log's, which follows the zeros, or the file's.
std::optional<Calibration> newest_calibration(const Machine& machine, const Config& config, const ChairConfig& chair) {
  const std::string profile = chair.profiles.front().name;
  if (auto log = LogReader::open({machine.at(config.storage.database.string()), {}}))
    if (auto logged = log->calibration(chair.chair, profile); logged && *logged) return std::move(*logged);
  if (chair.calibration.empty()) return std::nullopt;
  auto from_file = load_calibration(chair.chair, chair.calibration);
  return from_file ? std::optional(std::move(*from_file)) : std::nullopt;
}

Findings check_calibration(const ChairConfig& chair, const std::optional<Calibration>& calibration) {
  if (!chair.calibration.empty())
    if (const auto loaded = load_calibration(chair.chair, chair.calibration); !loaded)
      return {{Severity::problem, "calibration.refused", chair.chair.id, loaded.error().message,
               "chairhub calibrate makes a new one"}};
  if (calibration) return {};
  return {{Severity::note, "calibration.none", chair.chair.id,
           "nobody has calibrated this chair: posture rests on general numbers and is less sure",
           fmt::format("chairhub calibrate --chair {}", chair.chair.id)}};
}

Findings scan_chair(const Machine& machine, const ChairConfig& chair, const std::optional<Calibration>& calibration,
                    Millis scan_for) {
  auto kit = make_kit(chair.kit, chair.chair);
  if (!kit)
    return {{Severity::problem, "kit.refused", chair.chair.id, kit.error().message,
             "mend the configuration; docs/configuration.md and the driver's README name every option"}};
  const KitTrial trial = try_kit(**kit, *machine.clock, scan_for);
  Findings findings = judge_kit(chair, trial);
  if (calibration) append(findings, check_rail(chair, trial, *calibration));
  return findings;
}

// Whoever looks for their own numbers should know.
Findings check_played(const ChairConfig& chair) {
  if (chair.kit.driver != "simulated") return {};
  return {{Severity::note, "kit.simulated", chair.chair.id, "nobody sits on this chair: it is simulated",
           "sudo chairhub setup puts a real one in its place"}};
}

Findings examine_chair(const Machine& machine, const Config& config, const ChairConfig& chair,
                       const std::optional<BootConfig>& boot, bool hub_runs, Millis scan_for) {
  const Needs needs = needs_of(chair);
  Findings findings = check_played(chair);
  append(findings, check_buses(machine, needs, boot));
  const bool has_buses = count_of(findings, Severity::problem) == 0;  // else the kit would only say so again
  append(findings, check_bound_chips(machine, needs, boot));
  append(findings, check_gpio_lines(machine, needs));
  append(findings, check_gpio_release(needs, boot));
  const auto calibration = newest_calibration(machine, config, chair);
  append(findings, check_calibration(chair, calibration));
  if (hub_runs)
    findings.push_back({Severity::note, "kit.in_use", chair.chair.id, "the hub has the kit, so it was not scanned",
                        "to have it scanned: sudo systemctl stop chairhub, then ask the doctor again"});
  else if (has_buses)
    append(findings, scan_chair(machine, chair, calibration, scan_for));
  return findings;
}

}  // namespace

Findings examine(const Machine& machine, const Config& config, WallTime now, Millis scan_for,
                 std::optional<int> own_hub) {
  const auto boot = BootConfig::read(machine);
  const auto hub = own_hub ? own_hub : running_hub(machine, config.file);
  Findings findings = check_user(machine, needs_of(config));
  findings.push_back(describe_hub(hub));
  append(findings, check_power(machine));
  append(findings, check_clock(machine, now));
  append(findings, check_time_zone(machine));
  append(findings, check_disk(machine, config.storage));
  append(findings, check_database(machine, config.storage));
  append(findings, check_password_file(machine, config.mqtt));
  const BrokerReport report = config.mqtt.enabled ? visit_broker(machine, config) : BrokerReport{};
  append(findings, judge_broker(config, report, hub.has_value()));
  append(findings, judge_home_assistant(config.mqtt, report));
  for (const ChairConfig& chair : config.chairs)
    append(findings, examine_chair(machine, config, chair, boot, hub.has_value(), scan_for));
  return findings;
}

}  // namespace chairhub
