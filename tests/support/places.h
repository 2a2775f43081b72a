// Where the checkout and the programs under test are. The build writes it down in one small source, so that the tests
// themselves compile to the same in every checkout.

#pragma once

#include <filesystem>

namespace chairhub {

std::filesystem::path source_folder();       // of the checkout
std::filesystem::path chairhub_program();    // the real one
std::filesystem::path mortal_hub_program();  // tests/mqtt/mortal_hub.cpp

}  // namespace chairhub
