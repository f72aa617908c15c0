#pragma once

#include "models/jinja/mentions.h"

#include <QDateTime>
#include <QHash>

#include <memory>
#include <utility>

namespace waymark {

/// What is rendered with, beside a template.
struct RenderSetting
{
    jinja::TaggedValue context = {};
    QDateTime now = {};
    QByteArray seed = {};
};
using RenderSettingPointer = std::shared_ptr<const RenderSetting>;

/// Something that was made with a setting, or would be the same made with it.
template<typename T>
struct Remembered
{
    RenderSettingPointer setting;
    T value;
    bool isSettled = true; ///< Made again with the same setting, it is the same.
};

/// What differs between the settings of earlier renders and those of the one that runs, each pair
/// compared once.
class SettingChanges
{
public:
    /// Whether what has these mentions is the same with the settings `then` and `now`.
    [[nodiscard]] bool spare(const jinja::Mentions &mentions, const RenderSettingPointer &then,
                             const RenderSettingPointer &now);
    void forget() { m_known.clear(); }

private:
    struct Difference
    {
        RenderSettingPointer then; // both kept, so that no others get their addresses
        RenderSettingPointer now;
        bool isAll = false; ///< Another clock or seed.
        jinja::Changes context = {};
    };
    using Pair = std::pair<const RenderSetting *, const RenderSetting *>;
    QHash<Pair, Difference> m_known;
};

} // namespace waymark
