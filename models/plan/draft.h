#pragma once

#include "models/base/problem.h"
#include "models/catalog/answerpath.h"

#include <QByteArrayList>
#include <QDateTime>
#include <QMap>

namespace waymark {

/// Which template a draft is of, and which state of it.
struct DraftTemplate
{
    QString id = {};
    QString title = {}; ///< For a list of drafts when the template is gone.
    QString source = {}; ///< The name of its source,
    QString folder = {}; ///< and where it was; absolute.
    QByteArray tree = {}; ///< TemplateIdentity::tree when the draft was saved.
    friend bool operator==(const DraftTemplate &, const DraftTemplate &) = default;
};

/// A service that is not made yet: all that a user put in so far, so that nothing typed is lost. It
/// never holds a secret: whoever makes one leaves those out.
struct Draft
{
    QString name = {}; ///< As the user sees it; several drafts may have the same.
    DraftTemplate of = {};
    Map answers = {};
    QMap<AnswerPath, QStringList> typed = {}; ///< What was typed and cannot be read as its type.
    QMap<QString, QString> reasons = {}; ///< Of deviations, by answer.
    QByteArrayList declined = {}; ///< Files that are not wanted.
    QString destination = {};
    QString branch = {}; ///< Empty: the usual one.
    QString message = {}; ///< Of the commit; empty: the usual one.
    bool commits = true;
    bool signOff = false;
    QStringList golden = {}; ///< Files of a fresh clone that take the template's text.
    int page = 0; ///< Where the user was.
    QDateTime saved = {}; ///< UTC.

    friend bool operator==(const Draft &, const Draft &) = default;
};

/// `draft` as its file holds it.
[[nodiscard]] QByteArray toJson(const Draft &draft);
/// The draft in `json`. One that is damaged, or that a later Waymark wrote, is an error
/// ("draft.unreadable") with the way out.
[[nodiscard]] Result<Draft> parseDraft(const QByteArray &json, const QString &file);

} // namespace waymark
