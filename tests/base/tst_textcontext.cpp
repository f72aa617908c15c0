#include "models/base/textcontext.h"

#include <QTest>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace waymark;

namespace {

/// Puts the context and the count before a text, in place of another language.
class Marking final : public QTranslator
{
public:
    [[nodiscard]] QString translate(const char *context, const char *text, const char *,
                                    int count) const override
    {
        return u"%1 %2: %3"_s.arg(QLatin1StringView(context))
            .arg(count)
            .arg(QLatin1StringView(text));
    }
    [[nodiscard]] bool isEmpty() const override { return false; }
};

constexpr TextContext translated("FormModel");

} // namespace

class TestTextContext : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTextStandsAsItIsWithoutTranslation()
    {
        QCOMPARE(translated("needed"), u"needed"_s);
        QCOMPARE(translated("%n items", 3), u"3 items"_s);
    }

    void aTextIsTranslatedInItsContext()
    {
        Marking marking;
        QVERIFY(QCoreApplication::installTranslator(&marking));
        QCOMPARE(translated("needed"), u"FormModel -1: needed"_s);
        QCOMPARE(translated("items", 3), u"FormModel 3: items"_s);
        QCOMPARE(translated("items", 1LL << 40), u"FormModel 2147483647: items"_s);
        QCoreApplication::removeTranslator(&marking);
    }
};

QTEST_GUILESS_MAIN(TestTextContext)
#include "tst_textcontext.moc"
