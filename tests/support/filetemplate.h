#pragma once

#include "tests/support/clirunner.h"

namespace waymark::testing {

/// Writes a template of one step into the folder "bad" of `runner`, for what a test puts into its
/// skeleton: `name` (with a default), `path`, `pages`, `open` and a `list` are asked.
inline void writeFileTemplate(const CliRunner &runner)
{
    runner.write(QStringLiteral("bad/template.yaml"),
                 "apiVersion: scaffolder.backstage.io/v1beta3\n"
                 "kind: Template\n"
                 "metadata: {name: bad}\n"
                 "spec:\n"
                 "  owner: platform\n"
                 "  type: service\n"
                 "  parameters:\n"
                 "    - title: All\n"
                 "      properties:\n"
                 "        name: {type: string, default: orders, pattern: '^(\\w+-?)+$'}\n"
                 "        path: {type: string, default: p}\n"
                 "        pages: {type: integer, default: 1}\n"
                 "        open: {type: boolean, default: true}\n"
                 "        list: {type: array, items: {type: string}}\n"
                 "  steps:\n"
                 "    - id: fetch\n"
                 "      action: fetch:template\n"
                 "      input:\n"
                 "        url: ./skeleton\n"
                 "        values:\n"
                 "          name: ${{ parameters.name }}\n"
                 "          path: ${{ parameters.path }}\n"
                 "          list: ${{ parameters.list }}\n");
    runner.write(QStringLiteral("bad/skeleton/README.md"), "# ${{ values.name }}\n");
}

} // namespace waymark::testing
