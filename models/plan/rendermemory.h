#pragma once

#include "models/plan/fetchedfolder.h"
#include "models/plan/remembered.h"

#include <unordered_map>

namespace waymark {

/// What is known of a text that is written in Jinja2.
struct KnownJinjaText
{
    struct Made
    {
        Result<jinja::YieldingRender> result;
        quint64 steps = 0; ///< That it took.
        bool isRandom = false; ///< It drew random numbers.
    };

    std::optional<jinja::Mentions> mentions = {};
    QByteArray salt = {}; ///< That `made` was made with.
    std::optional<Remembered<Made>> made = {};
    quint64 lastUse = 0;
};

/// What earlier renders of one template made: what a change does not reach is not made again.
/// For one render at a time.
class RenderMemory
{
public:
    /// Paths, in the service's folder, of the files whose content the last render made; the others
    /// were kept.
    [[nodiscard]] const QByteArrayList &renderedAgain() const { return m_renderedAgain; }

    /// To be called before a render, which it is for from then on. Of another template, or with
    /// other limits, nothing is kept.
    void begin(const LoadedTemplate &loaded, const RenderRequest &request);
    /// To be called behind a render that was not stopped: forgets what that did not need.
    void end();

    /// What is remembered in `slot`, if it is the same with the setting `now`; else what `make`
    /// gives.
    template<typename T, typename Make>
    const T &current(std::optional<Remembered<T>> &slot, const jinja::Mentions &mentions,
                     const RenderSettingPointer &now, const Make &make)
    {
        if (!slot || !slot->isSettled || !m_changes.spare(mentions, slot->setting, now)) {
            slot = Remembered<T>{now, make()};
            slot->isSettled = isSettled(slot->value);
        }
        slot->setting = now;
        return slot->value;
    }
    /// The same for the value of a text of the template's steps, by the text and its place;
    /// `mentions` gives what is mentioned in it, and `make` adds the steps that it took to what it
    /// is given. They are added to `spent`, also those of what is remembered.
    template<typename Mention, typename Make>
    Result<jinja::TaggedValue> text(const QString &key, const RenderSettingPointer &now,
                                    const Mention &mentions, const Make &make, quint64 &spent)
    {
        const auto known = m_texts.find(key);
        Text &text = known != m_texts.end() ? known->second : m_texts[key];
        if (!text.mentions)
            text.mentions = mentions();
        text.lastUse = m_run;
        const auto &value = current(text.value, *text.mentions, now, [&] {
            text.steps = 0;
            return make(text.steps);
        });
        spent += text.steps;
        return value;
    }
    /// The text in Jinja2 that `key` stands for, as far as it is known.
    [[nodiscard]] KnownJinjaText &jinjaText(const QByteArray &key);
    /// What the step `step` fetched last; null: it is not known.
    [[nodiscard]] FetchedFolder *folder(const QString &step);
    FetchedFolder &remember(const QString &step, FetchedFolder folder);
    void noteRendered(const QByteArray &path) { m_renderedAgain += path; }

private:
    struct Text
    {
        std::optional<jinja::Mentions> mentions;
        std::optional<Remembered<Result<jinja::TaggedValue>>> value;
        quint64 steps = 0;
        quint64 lastUse = 0;
    };
    struct Folder
    {
        FetchedFolder folder;
        quint64 lastUse = 0;
    };

    /// Whether nothing but the setting and the limits decided on a problem.
    [[nodiscard]] bool isSettled(const Problem &problem) const;
    template<typename T>
    [[nodiscard]] bool isSettled(const Result<T> &result) const
    {
        return result || isSettled(result.error().problem);
    }
    [[nodiscard]] bool isSettled(const RenderedName &name) const;
    /// The hint of an error may name whatever is there instead.
    [[nodiscard]] static bool isSettled(const KnownJinjaText::Made &made)
    {
        return made.result.has_value();
    }

    std::optional<LoadedTemplate> m_loaded;
    jinja::Limits m_limits;
    QStringList m_secretNames;
    SettingChanges m_changes;
    std::unordered_map<QString, Text> m_texts;
    std::unordered_map<QByteArray, KnownJinjaText> m_jinjaTexts;
    std::unordered_map<QString, Folder> m_folders;
    quint64 m_run = 0;
    QByteArrayList m_renderedAgain;
};

/// The same as render() without a memory, which has what the renders before made and is kept for
/// the next.
[[nodiscard]] Rendering render(const LoadedTemplate &loaded, const RenderRequest &request,
                               RenderMemory &memory);

} // namespace waymark
