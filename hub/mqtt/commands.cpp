#include "hub/mqtt/commands.h"

#include <string>

#include "hub/core/command_text.h"
#include "hub/core/utf8.h"

namespace chairhub {

Result<Command> parse_command(const Topics& topics, std::string_view topic, std::string_view payload, bool retained) {
  if (retained)
    return failure("a retained message on " + quote(topic) +
                   " was refused, because it would come again at each connection: publish commands without retain");
  if (topic.starts_with(topics.set))
    return read_command("set/" + std::string(topic.substr(topics.set.size())), payload);
  if (topic.starts_with(topics.cmd))
    return read_command("cmd/" + std::string(topic.substr(topics.cmd.size())), payload);
  return failure("the topic " + quote(topic) + " takes no commands: use " + topics.set + "<name> or " + topics.cmd +
                 "<name>");
}

}  // namespace chairhub
