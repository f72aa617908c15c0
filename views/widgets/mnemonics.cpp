#include "views/widgets/mnemonics.h"

#include <QAction>
#include <QMenuBar>

#include <functional>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

bool beginsWord(const QString &text, qsizetype place)
{
    return place == 0 || !text.at(place - 1).isLetterOrNumber();
}

/// Where `text` has a letter, as a capital, that `isMeant`; -1: nowhere.
qsizetype findLetter(const QString &text, const std::function<bool(QChar)> &isMeant)
{
    for (const bool atWord : {true, false}) {
        for (qsizetype i = 0; i < text.size(); ++i) {
            const QChar letter = text.at(i);
            if (letter.isLetter() && beginsWord(text, i) == atWord && isMeant(letter.toUpper()))
                return i;
        }
    }
    return -1;
}

} // namespace

QString literally(QString text)
{
    return text.replace(u'&', u"&&"_s);
}

QString withoutMnemonic(const QString &label)
{
    QString plain;
    for (qsizetype i = 0; i < label.size(); ++i) {
        if (label.at(i) == u'&')
            ++i;
        if (i < label.size())
            plain += label.at(i);
    }
    return plain;
}

QChar mnemonicOf(const QString &label)
{
    for (qsizetype i = 0; i + 1 < label.size(); ++i) {
        if (label.at(i) != u'&')
            continue;
        ++i;
        if (label.at(i) != u'&')
            return label.at(i).toUpper();
    }
    return {};
}

QChar freeMnemonic(const QString &text, const QSet<QChar> &taken)
{
    const qsizetype place = findLetter(text, [&](QChar letter) { return !taken.contains(letter); });
    return place < 0 ? QChar() : text.at(place).toUpper();
}

QString withMnemonic(const QString &text, QChar letter)
{
    const qsizetype place = findLetter(text, [letter](QChar each) { return each == letter; });
    if (place < 0)
        return literally(text);
    return literally(text.first(place)) + u'&' + literally(text.sliced(place));
}

QSet<QChar> menuMnemonics(const QWidget *window)
{
    QSet<QChar> letters;
    for (const QMenuBar *bar : window->findChildren<QMenuBar *>()) {
        for (const QAction *menu : bar->actions())
            letters.insert(mnemonicOf(menu->text()));
    }
    letters.remove(QChar());
    return letters;
}

} // namespace waymark
