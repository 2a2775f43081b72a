#include "hub/storage/backup.h"

#include <fmt/format.h>

#include "hub/commands/command.h"
#include "hub/doctor/hub_process.h"

namespace chairhub {
namespace {

struct BackupOptions {
  std::string config = default_config_file;
  std::string file;
};

void make_backup(const BackupOptions& options) {
  const Config config = load_config_or_fail(options.config);
  succeed_or_fail(back_up(config.storage.database, options.file));
  fmt::print("{} is a whole and sound copy of {}\n", options.file, config.storage.database.string());
}

void restore_backup(const BackupOptions& options) {
  const Config config = load_config_or_fail(options.config);
  if (const auto hub = running_hub(this_machine(), config.file))
    throw CommandFailed{exit_failed,
                        fmt::format("the hub runs, as process {}; stop it first: sudo systemctl stop chairhub", *hub)};
  const auto kept = value_or_fail(restore(config.storage.database, options.file));
  fmt::print("{} is the log now\n", options.file);
  if (!kept.empty()) fmt::print("the log that was there is kept as {}\n", kept.string());
}

}  // namespace

void add_backup_command(CLI::App& app) {
  auto* command = app.add_subcommand("backup", "Copies the log into one file, also while the hub runs");
  const auto options = std::make_shared<BackupOptions>();
  add_config_option(*command, options->config);
  command->add_option("file", options->file, "The file to write; an existing one is not touched")
      ->required()
      ->type_name("FILE");
  command->footer("The copy is read through before it counts. Only its owner may read it.");
  command->callback([options] { make_backup(*options); });
}

void add_restore_command(CLI::App& app) {
  auto* command = app.add_subcommand("restore", "Puts a backup in the place of the log, which is kept beside it");
  const auto options = std::make_shared<BackupOptions>();
  add_config_option(*command, options->config);
  command->add_option("file", options->file, "What chairhub backup wrote")->required()->type_name("FILE");
  command->footer("Stop the service first: sudo systemctl stop chairhub");
  command->callback([options] { restore_backup(*options); });
}

}  // namespace chairhub
