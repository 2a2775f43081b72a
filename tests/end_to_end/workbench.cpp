#include "tests/end_to_end/workbench.h"

#include <sstream>
#include <stdexcept>

#include "tests/support/places.h"

namespace chairhub {

void Workbench::configure(const std::string& kit, int broker_port, const std::string& more) const {
  std::string text = "[[chair]]\nid = \"desk\"\nkit = " + kit + "\n" + more;
  text += "[storage]\ndatabase = \"log.db\"\n";
  if (broker_port != 0) text += "[mqtt]\nhost = \"127.0.0.1\"\nport = " + std::to_string(broker_port) + "\n";
  write("hub.toml", text);
}

std::unique_ptr<ChildProcess> Workbench::start(const std::vector<std::string>& arguments) const {
  std::vector<std::string> all = {chairhub_program()};
  all.insert(all.end(), arguments.begin(), arguments.end());
  return std::make_unique<ChildProcess>(all);
}

Finished Workbench::chairhub(const std::vector<std::string>& arguments) const {
  const auto process = start(arguments);
  Finished finished;
  finished.exit_code = process->wait();
  finished.output = process->output();
  return finished;
}

nlohmann::json Workbench::log_of_the_year(int year) const {
  const std::string number = std::to_string(year);
  const Finished log =
      chairhub({"log", "--database", file("log.db"), "--json", "--from", number + "-01-01", "--to", number + "-12-31"});
  if (log.exit_code != 0) throw std::runtime_error(log.output);
  return nlohmann::json::parse(log.output).at(0);
}

Subscriber::Subscriber(int port)
    : port_(std::to_string(port)),
      process_({"/usr/bin/mosquitto_sub", "-p", port_, "-t", "chairhub/#", "-t", "test/#", "-F", "%t %p"}) {
  // A message of our own, heard, proves that the subscription stands.
  run({"/usr/bin/mosquitto_pub", "-p", port_, "-t", "test/ready", "-m", "1", "-r"});
  if (!process_.says("test/ready 1\n")) throw std::runtime_error("the subscriber hears nothing");
}

std::vector<Subscriber::Heard> Subscriber::heard(const std::string& until) {
  if (!process_.says(until, std::chrono::seconds(60)))
    throw std::runtime_error("never heard '" + until + "' in:\n" + process_.output());
  // The line it stands in may not be complete yet; a mark of our own behind it is the last line then.
  const std::string mark = std::to_string(++marks_);
  run({"/usr/bin/mosquitto_pub", "-p", port_, "-t", "test/mark", "-m", mark});
  if (!process_.says("test/mark " + mark + "\n")) throw std::runtime_error("never heard mark " + mark);
  std::vector<Heard> all;
  std::istringstream lines(process_.output());
  for (std::string line; std::getline(lines, line);) {
    const std::size_t space = line.find(' ');
    all.push_back({line.substr(0, space), space == std::string::npos ? "" : line.substr(space + 1)});
  }
  return all;
}

std::vector<nlohmann::json> Subscriber::payloads_of(const std::string& topic, const std::string& until) {
  std::vector<nlohmann::json> payloads;
  for (const Heard& message : heard(until))
    if (message.topic == topic) payloads.push_back(nlohmann::json::parse(message.payload));
  return payloads;
}

}  // namespace chairhub
