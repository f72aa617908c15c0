#include "models/jinja/names.h"

#include "models/jinja/block.h"
#include "models/jinja/primarynodes.h"

#include <algorithm>

namespace waymark::jinja {

namespace {
bool reads(const Node &node, QStringView name)
{
    if (const auto *read = dynamic_cast<const NameNode *>(&node))
        return read->variable().name == name;
    if (dynamic_cast<const BlockNode *>(&node))
        return false;
    bool found = false;
    node.eachChild([&](const Node &child) { found = found || reads(child, name); });
    return found;
}
} // namespace

bool usesName(const Body &body, QStringView name)
{
    bool found = false;
    body.eachChild([&](const Node &child) { found = found || reads(child, name); });
    return found;
}

namespace {
bool isScoped(const Node &node)
{
    const auto *block = dynamic_cast<const BlockNode *>(&node);
    bool found = block && block->isScoped();
    node.eachChild([&](const Node &child) { found = found || isScoped(child); });
    return found;
}
} // namespace

bool Statement::printsPast() const
{
    bool found = false;
    eachChild([&](const Node &child) {
        const auto *statement = dynamic_cast<const Statement *>(&child);
        found = found || (statement && statement->printsPast());
    });
    return found;
}

bool Body::printsPast() const
{
    return std::ranges::any_of(
        statements, [](const StatementPtr &statement) { return statement->printsPast(); });
}

bool hasScopedBlock(const Body &body)
{
    bool found = false;
    body.eachChild([&](const Node &child) { found = found || isScoped(child); });
    return found;
}

} // namespace waymark::jinja
