#pragma once

#include "models/base/problem.h"
#include "models/catalog/form.h"
#include "models/jinja/provenance.h"
#include "models/plan/textfinder.h"

#include <QByteArray>
#include <QHash>
#include <QMap>

#include <memory>

namespace waymark {

/// How paths that come from a secret answer are shown, by the path itself; others are shown as they
/// are.
using ShownPaths = QMap<QByteArray, QByteArray>;

/// Puts asterisks in the place of secret answers, wherever people read. What is rendered tells
/// which stretches of it come from a secret, however short that is or whatever was made of it;
/// messages are searched for the text of secrets and of paths made from them.
class SecretMask
{
public:
    SecretMask() = default;
    explicit SecretMask(const Form &form, const ShownPaths &paths = {});

    /// What may hold text of any secret.
    [[nodiscard]] jinja::Sources secretSources() const { return {.data = m_names}; }
    /// Whether something with these sources holds text of a secret.
    [[nodiscard]] bool covers(const jinja::Sources &sources) const;
    /// Whether `bytes` hold a secret of eight characters or more as it is, whatever they come from:
    /// a template can spell one out by conditions alone.
    [[nodiscard]] bool isWrittenIn(QByteArrayView bytes) const;
    /// The same of the texts and keys in `value`, however deep they stand.
    [[nodiscard]] bool isIn(const Value &value) const;
    /// What was rendered, with asterisks in the place of each stretch that comes from a secret.
    [[nodiscard]] QByteArray masked(const jinja::Rendered &rendered) const;
    /// `text`, which comes from `sources`. Where these name a secret, nothing of it is shown unless
    /// note() told what may be: beside a secret there may be something made of it.
    [[nodiscard]] QString masked(const QString &text, const jinja::Sources &sources) const;
    /// How masked() is to show `text` from now on, in copies of this mask too. Of two ways to show
    /// one text neither is taken.
    void note(const QString &text, const QString &shown) const;
    /// A message. Secrets of one or two characters are parts of other words: they are masked only
    /// where they stand in quotation marks.
    [[nodiscard]] QString inMessage(QString message) const;
    [[nodiscard]] Problem masked(Problem problem) const;

private:
    struct Replacement
    {
        QString from;
        QString to;
    };
    void addValue(const Value &value);
    void addText(const QString &text);
    void addPath(const QByteArray &path, const QByteArray &shown);

    QStringList m_names; ///< Of secret answers.
    QStringList m_texts; ///< What they hold; the longest first.
    /// What was noted, by the text.
    std::shared_ptr<QHash<QString, QString>> m_noted = std::make_shared<QHash<QString, QString>>();
    TextFinder m_telling; ///< Those that no other text holds by chance, in UTF-8.
    QList<Replacement> m_inMessages; ///< The longest first.
};

} // namespace waymark
