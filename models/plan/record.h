#pragma once

#include "models/base/problem.h"
#include "models/base/value.h"

#include <QDateTime>
#include <QStringList>

namespace waymark {

/// The file that holds a service's record, at the service's root.
inline constexpr QByteArrayView recordPath = ".waymark.yaml";
/// The version of the record's format that is written here.
inline constexpr int recordVersion = 1;

/// Which template something was made from, so that it can be found again. Never a path of one
/// machine.
struct TemplateIdentity
{
    QString name = {};
    QString url = {}; ///< Of its repository; "waymark:built-in" for ours; empty for a folder.
    QString path = {}; ///< Of its folder below the repository; empty: the repository itself.
    QString ref = {}; ///< The tag or branch, or the version of ours.
    QByteArray commit = {}; ///< 40 hex digits, of a clean checkout only.
    QByteArray tree = {}; ///< 40 hex digits: the git tree of what was read.

    friend bool operator==(const TemplateIdentity &, const TemplateIdentity &) = default;
};

/// A recorded departure of an answer, or of a file, from the golden path.
struct RecordedDeviation
{
    QString answer = {}; ///< Empty: it is about `file`.
    QString file = {};
    Value golden = {};
    Value value = {};
    QString reason = {};
    QString owner = {}; ///< "Ada <ada@example.org>"
    QDate since = {};
    QDate expires = {}; ///< Invalid: it does not.

    friend bool operator==(const RecordedDeviation &, const RecordedDeviation &) = default;
};

/// How a service was made: what `.waymark.yaml` says. It never holds a secret's value.
struct ServiceRecord
{
    int version = recordVersion;
    TemplateIdentity made = {}; ///< The template.
    Map answers = {}; ///< All that was asked, in the template's order.
    QStringList secrets = {}; ///< Names of secret answers.
    QByteArray seed = {}; ///< Hexadecimal digits.
    QDateTime renderedAt = {}; ///< UTC; the clock that the template saw.
    QList<RecordedDeviation> deviations = {};
    /// The record of the format's own tool, beside it, says which template and which answers: that
    /// is left out here.
    bool isBeside = false;

    friend bool operator==(const ServiceRecord &, const ServiceRecord &) = default;
};

/// What departs: the answer, with the golden one and its own, or the file.
[[nodiscard]] Map deviationSubject(const RecordedDeviation &deviation);

/// `time` as RFC 3339 writes it, in UTC; with milliseconds only where there are some.
[[nodiscard]] QString timeText(const QDateTime &time);

/// `record` as the file holds it: YAML in UTF-8 behind a comment that says what it is for.
[[nodiscard]] QByteArray toRecordFile(const ServiceRecord &record);

/// The record in `content`. One of a later version is read as far as it is understood; its
/// `version` says so. Text that is no YAML or no record is an error with its place.
[[nodiscard]] Result<ServiceRecord> readRecord(const QByteArray &content, const QString &file);

} // namespace waymark
