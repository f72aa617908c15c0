#pragma once

#include "models/catalog/answerpath.h"

#include <QMap>
#include <QSet>

#include <optional>

namespace waymark {

/// When a field tells what is wrong with it: once it was left, or after a pause in typing; what is
/// told goes as soon as it is right. Times are milliseconds of any clock that only goes forward.
class ProblemTiming
{
public:
    static constexpr qint64 pause = 800;

    void type(const AnswerPath &path, qint64 now);
    void leave(const AnswerPath &path);
    void leaveAll(const QList<AnswerPath> &paths);
    /// A pause that ended tells; whether one did.
    bool settle(qint64 now);
    /// When settle() has something to do next.
    [[nodiscard]] std::optional<qint64> next() const;
    /// What has no problem is not told of, until it is left or paused in again.
    void keepOnly(const QSet<AnswerPath> &wrong);
    [[nodiscard]] bool isShown(const AnswerPath &path) const { return m_shown.contains(path); }

private:
    QSet<AnswerPath> m_shown;
    QMap<AnswerPath, qint64> m_due;
};

} // namespace waymark
