#include "models/jinja/reference.h"

#include <vector>

namespace waymark::jinja {
namespace {

constexpr int deepestCalls = 50;

thread_local int depth = 0;
thread_local std::vector<Shared *> waiting;

void destroyOne(Shared *shared)
{
    ++depth;
    delete shared;
    --depth;
}

} // namespace

void destroyed(Shared *shared)
{
    if (depth >= deepestCalls) {
        waiting.push_back(shared);
        return;
    }
    destroyOne(shared);
    while (depth == 0 && !waiting.empty()) {
        Shared *next = waiting.back();
        waiting.pop_back();
        destroyOne(next);
    }
}

} // namespace waymark::jinja
