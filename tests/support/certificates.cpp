#include "tests/support/certificates.h"

#include <string>
#include <vector>

#include "tests/support/child_process.h"

namespace chairhub {
namespace {

class Office {
 public:
  explicit Office(std::filesystem::path folder) : folder_(std::move(folder)) {}

  void found_authority(const std::string& name) const {
    openssl({"req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
             "-subj", "/CN=" + name, "-keyout", file(name + ".key"), "-out", file(name + ".crt")});
  }
  void certify(const std::string& name, const std::string& alternative_names) const {
    openssl({"req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-subj", "/CN=" + name,
             "-addext", "subjectAltName=" + alternative_names, "-keyout", file(name + ".key"), "-out",
             file(name + ".csr")});
    openssl({"x509", "-req", "-days", "2", "-in", file(name + ".csr"), "-CA", file("ca.crt"), "-CAkey", file("ca.key"),
             "-CAcreateserial", "-copy_extensions", "copyall", "-out", file(name + ".crt")});
  }

 private:
  std::string file(const std::string& name) const { return (folder_ / name).string(); }
  static void openssl(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "/usr/bin/openssl");
    run(arguments);
  }

  std::filesystem::path folder_;
};

}  // namespace

void make_certificates(const std::filesystem::path& folder) {
  const Office office(folder);
  office.found_authority("ca");
  office.found_authority("stranger");
  office.certify("server", "DNS:localhost,IP:127.0.0.1");
  office.certify("client", "DNS:client");
}

}  // namespace chairhub
