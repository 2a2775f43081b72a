#!/usr/bin/env python3
"""Breaks each house rule in a small tree of its own and looks whether it is noticed."""
import tempfile
import unittest
from pathlib import Path

import house_rules


class HouseRules(unittest.TestCase):
    def faults(self, **files):
        """Names stand as hub__core__frame_h for hub/core/frame.h."""
        with tempfile.TemporaryDirectory() as folder:
            for name, text in files.items():
                path = Path(folder, name.replace('__', '/'))
                path = path.with_name('.'.join(path.name.rsplit('_', 1)))
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding='utf-8')
            return house_rules.faults(folder)

    def assert_one(self, faults, *words):
        self.assertEqual(len(faults), 1, faults)
        for word in words:
            self.assertIn(word, faults[0])

    HEADER = '// Decides.\n\n#pragma once\n'

    def test_is_content_with_arrows_that_point_to_core(self):
        self.assertEqual([], self.faults(
            hub__core__frame_h=self.HEADER,
            hub__mqtt__topics_cpp='#include <mqtt/async_client.h>\n#include "hub/core/frame.h"\n',
            drivers__replay__kit_cpp='#include "hub/core/frame.h"\n#include "drivers/replay/kit.h"\n',
            hub__service__hub_cpp='#include "hub/mqtt/topics.h"\n#include "drivers/catalogue.h"\n',
            hub__main_cpp='#include "hub/commands/run.h"\n'))

    def test_notices_that_core_knows_an_adapter(self):
        self.assert_one(self.faults(hub__core__a_cpp='#include "hub/mqtt/topics.h"\n'), 'core must not know mqtt', 'hub/service')

    def test_notices_adapters_that_know_one_another(self):
        self.assert_one(self.faults(hub__storage__a_cpp='#include "hub/config/config.h"\n'), 'storage must not know config')
        self.assert_one(self.faults(drivers__bus__a_cpp='#include "hub/platform/loop.h"\n'), 'drivers must not know platform')

    def test_notices_a_service_that_knows_the_commands(self):
        self.assert_one(self.faults(hub__service__a_cpp='#include "hub/commands/run.h"\n'), 'service must not know commands')

    def test_notices_a_room_that_is_not_on_the_plan(self):
        self.assert_one(self.faults(hub__util__a_cpp=''), 'there is no room "util"')

    def test_notices_a_library_outside_its_room(self):
        for header in ('mqtt/client.h', 'MQTTAsync.h', 'nlohmann/json.hpp', 'SQLiteCpp/SQLiteCpp.h', 'sqlite3.h', 'toml++/toml.h',
                       'microhttpd.h', 'sodium.h', 'zlib.h', 'systemd/sd-event.h', 'gpiod.hpp', 'CLI/CLI.hpp'):
            self.assert_one(self.faults(hub__service__a_cpp=f'#include <{header}>\n'), f'<{header}>', 'may see')

    def test_notices_a_library_that_leaks_through_a_header(self):
        self.assert_one(
            self.faults(hub__storage__log_h=self.HEADER + '#include "hub/storage/inner.h"\n',
                        hub__storage__inner_h=self.HEADER + '#include <sqlite3.h>\n',
                        hub__service__a_cpp='#include "hub/storage/log.h"\n'),
            'hub/service/a.cpp sees <sqlite3.h> through hub/storage/log.h')

    def test_notices_a_long_file(self):
        self.assertEqual([], self.faults(hub__core__a_cpp='\n' * 300))
        self.assert_one(self.faults(hub__core__a_cpp='\n' * 301), 'has 301 lines')

    def test_notices_a_header_that_does_not_say_what_it_is(self):
        self.assert_one(self.faults(hub__core__a_h='#pragma once\n'), 'no opening comment')
        self.assert_one(self.faults(hub__core__a_h='// Decides.\n'), 'no #pragma once')

    def test_notices_who_asks_a_clock(self):
        for call in ('std::chrono::steady_clock::now()', 'Clock::now()', 'time(nullptr)', 'clock_gettime(CLOCK_REALTIME, &t)'):
            self.assert_one(self.faults(hub__core__a_cpp=f'\nauto t = {call};\n'), 'hub/core/a.cpp:2 asks a clock')
        self.assertEqual([], self.faults(hub__platform__a_cpp='auto t = std::chrono::steady_clock::now();\n'))
        self.assertEqual([], self.faults(hub__core__a_cpp='// never calls now()\n'))

    def test_notices_a_test_that_sleeps(self):
        self.assert_one(self.faults(tests__core__a_cpp='std::this_thread::sleep_for(1s);\n'), 'tests/core/a.cpp:1 sleeps')
        self.assert_one(self.faults(tests__core__a_py='time.sleep(1)\n'), 'tests/core/a.py:1 sleeps')


if __name__ == '__main__':
    unittest.main()
