#include "hub/service/identity.h"

#include <fstream>
#include <random>
#include <sstream>
#include <system_error>

#include <fmt/format.h>

namespace chairhub {
namespace {

std::string new_install_id() {
  std::random_device random;
  return fmt::format("{:08x}{:08x}", random(), random());
}

bool is_install_id(const std::string& text) {
  return text.size() == 16 && text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

void write(std::ostream& out, const std::string& chair, const Announced& announced) {
  out << "topic " << chair << ' ' << announced.topic << '\n';
  if (announced.style == DiscoveryStyle::components) out << "style " << chair << " components\n";
  if (announced.style == DiscoveryStyle::off) out << "style " << chair << " off\n";
  for (const Component& component : announced.components)
    out << "component " << chair << ' ' << component.platform << ' ' << component.key << '\n';
}

}  // namespace

std::filesystem::path identity_file(const std::filesystem::path& database) {
  std::filesystem::path file = database;
  file += ".identity";
  return file;
}

// One line each: "install ID", "topic CHAIR TOPIC", "style CHAIR STYLE", "component CHAIR PLATFORM KEY". A topic
// begins an announcement, to which the chair's lines behind it belong.
Result<Identity> Identity::load(const std::filesystem::path& file) {
  Identity identity(file);
  std::ifstream in(file);
  int number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    std::istringstream words(line);
    std::string kind, chair, first, second;
    words >> kind >> chair >> first >> second;
    const auto known = identity.announced_.find(chair);
    Announced* const latest = known == identity.announced_.end() ? nullptr : &known->second.back();
    if (kind == "install" && is_install_id(chair))
      identity.install_id_ = chair;
    else if (kind == "topic" && !first.empty())
      identity.announced_[chair].push_back({first, {}});
    else if (latest && kind == "style" && first == "components")
      latest->style = DiscoveryStyle::components;
    else if (latest && kind == "style" && first == "off")
      latest->style = DiscoveryStyle::off;
    else if (latest && kind == "component" && !second.empty())
      latest->components.push_back({second, first});
    else
      return failure(
          fmt::format("{}:{}: cannot be understood; restore it from a backup, or delete it to get a new "
                      "identity (Home Assistant then sees a new device)",
                      file.string(), number));
  }
  if (!identity.install_id_.empty()) return identity;
  identity.install_id_ = new_install_id();
  identity.is_saved_ = false;
  if (auto saved = identity.save(); !saved) return tl::unexpected(saved.error());
  return identity;
}

std::span<const Announced> Identity::announced(const std::string& chair) const {
  const auto found = announced_.find(chair);
  return found == announced_.end() ? std::span<const Announced>{} : found->second;
}

void Identity::remember(const std::string& chair, const Announced& announced) {
  std::vector<Announced>& known = announced_[chair];
  if (!known.empty() && known.back() == announced) return;
  std::erase(known, announced);
  known.push_back(announced);
  is_saved_ = false;
}

void Identity::settle(const std::string& chair) {
  const auto known = announced_.find(chair);
  if (known == announced_.end() || known->second.size() == 1) return;
  known->second.erase(known->second.begin(), known->second.end() - 1);
  is_saved_ = false;
}

std::vector<std::string> Identity::chairs() const {
  std::vector<std::string> all;
  for (const auto& [chair, announced] : announced_) all.push_back(chair);
  return all;
}

void Identity::forget(const std::string& chair) {
  if (announced_.erase(chair) > 0) is_saved_ = false;
}

Result<void> Identity::save() {
  if (is_saved_) return {};
  std::filesystem::path fresh = file_;
  fresh += ".new";
  {
    std::ofstream out(fresh, std::ios::trunc);
    out << "install " << install_id_ << '\n';
    for (const auto& [chair, all] : announced_)
      for (const Announced& announced : all) write(out, chair, announced);
    if (!out.flush()) return failure("cannot write " + fresh.string());
  }
  std::error_code error;
  std::filesystem::rename(fresh, file_, error);
  if (error) return failure("cannot write " + file_.string() + ": " + error.message());
  is_saved_ = true;
  return {};
}

}  // namespace chairhub
