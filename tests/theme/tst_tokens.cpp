#include "views/theme/colors.h"

#include <QTest>

using namespace waymark;

/// The design's table of contrasts, measured again from the colours themselves.
class TestTokens : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textCanBeRead_data()
    {
        QTest::addColumn<Token>("text");
        QTest::addColumn<Token>("ground");
        QTest::addColumn<double>("light");
        QTest::addColumn<double>("dark");
        QTest::addColumn<double>("needs");
        const auto row = [](Token text, Token ground, double light, double dark, double needs) {
            const QByteArray name = QByteArray(tokenName(text).data()) + " on "
                + QByteArray(tokenName(ground).data());
            QTest::newRow(name.constData()) << text << ground << light << dark << needs;
        };
        row(Token::Tx, Token::BgSurface, 17.1, 12.8, 4.5);
        row(Token::Tx, Token::BgSelected, 14.2, 9.4, 4.5);
        row(Token::Tx2, Token::BgWindow, 7.5, 9.5, 4.5);
        row(Token::Tx2, Token::BgSelected, 7.1, 6.0, 4.5);
        row(Token::Tx3, Token::BgPage, 5.5, 6.9, 4.5);
        row(Token::Tx3, Token::BgWindow, 5.1, 7.4, 4.5);
        row(Token::Tx3, Token::BgHover, 4.8, 5.4, 4.5);
        row(Token::Tx3, Token::BgSelected, 4.8, 4.7, 4.5);
        row(Token::TxOnAccent, Token::Accent, 6.4, 4.7, 4.5);
        row(Token::AccentTx, Token::BgPage, 7.2, 8.8, 4.5);
        row(Token::AccentTx, Token::BgSelected, 6.3, 6.0, 4.5);
        row(Token::GoldTx, Token::GoldSoft, 6.5, 8.3, 4.5);
        row(Token::GoldTx, Token::BgSurface, 7.2, 9.8, 4.5);
        row(Token::Gold, Token::BgSurface, 3.2, 7.9, 3);
        row(Token::Gold, Token::BgPage, 3.0, 8.7, 3);
        row(Token::GoldEdge, Token::BgSurface, 3.9, 3.1, 3);
        row(Token::TxOnGold, Token::GoldBright, 7.0, 7.4, 4.5);
        row(Token::AddTx, Token::AddSoft, 6.0, 7.8, 4.5);
        row(Token::ModTx, Token::ModSoft, 6.0, 7.7, 4.5);
        row(Token::DelTx, Token::DelSoft, 5.7, 7.4, 4.5);
        row(Token::ConTx, Token::ConSoft, 6.4, 7.1, 4.5);
        row(Token::WarnTx, Token::WarnSoft, 6.1, 7.8, 4.5);
        row(Token::WarnTx, Token::BgPage, 6.8, 9.7, 4.5);
        row(Token::ErrTx, Token::ErrSoft, 5.7, 7.4, 4.5);
        row(Token::ErrTx, Token::BgPage, 6.4, 8.7, 4.5);
        row(Token::OkTx, Token::BgPage, 6.5, 9.7, 4.5);
        row(Token::OkFill, Token::BgSurface, 4.3, 5.8, 3);
        row(Token::Focus, Token::BgPage, 6.1, 7.6, 3);
        row(Token::Focus, Token::BgSelected, 5.4, 5.1, 3);
        row(Token::LineControl, Token::BgSurface, 3.5, 4.0, 3);
        row(Token::LineControl, Token::BgWindow, 3.1, 4.6, 3);
        row(Token::SynKey, Token::CodeBg, 8.1, 8.4, 4.5);
        row(Token::SynStr, Token::CodeBg, 6.6, 9.4, 4.5);
        row(Token::SynNum, Token::CodeBg, 6.8, 8.8, 4.5);
        row(Token::SynCom, Token::CodeBg, 5.7, 6.4, 4.5);
        row(Token::SynExpr, Token::GoldSoft, 6.5, 8.3, 4.5);
        row(Token::CodeLn, Token::CodeGutter, 4.8, 5.2, 4.5);
        row(Token::AccentTx, Token::CodeFocus, 6.6, 6.9, 4.5);
        row(Token::Tx, Token::BgTextSelection, 11.2, 5.9, 4.5);
        row(Token::C5, Token::BgSurface, 3.3, 4.7, 3);
    }

    void textCanBeRead()
    {
        QFETCH(const Token, text);
        QFETCH(const Token, ground);
        QFETCH(const double, light);
        QFETCH(const double, dark);
        QFETCH(const double, needs);
        const auto measured
            = [&](Scheme scheme) { return contrast(color(text, scheme), color(ground, scheme)); };
        QCOMPARE(qRound(measured(Scheme::Light) * 10) / 10.0, light);
        QCOMPARE(qRound(measured(Scheme::Dark) * 10) / 10.0, dark);
        QCOMPARE_GE(measured(Scheme::Light), needs);
        QCOMPARE_GE(measured(Scheme::Dark), needs);
    }

    /// Pairs that the components paint and the design's table does not list.
    void whatComponentsPaintCanBeRead_data()
    {
        QTest::addColumn<Token>("text");
        QTest::addColumn<Token>("ground");
        QTest::addColumn<double>("needs");
        QTest::newRow("badge of a link") << Token::AccentTx << Token::AccentSoft << 4.5;
        QTest::newRow("tool tip") << Token::TxTooltip << Token::BgTooltip << 4.5;
        QTest::newRow("pressed button") << Token::Tx << Token::BgPressed << 4.5;
        QTest::newRow("working button") << Token::Tx2 << Token::BgPressed << 4.5;
        QTest::newRow("primary, pointer over") << Token::TxOnAccent << Token::AccentHover << 4.5;
        QTest::newRow("primary, pressed") << Token::TxOnAccent << Token::AccentPressed << 4.5;
        QTest::newRow("notice") << Token::Tx2 << Token::WarnSoft << 4.5;
        QTest::newRow("done") << Token::OkTx << Token::OkSoft << 4.5;
        QTest::newRow("bar of a selected row") << Token::AccentTx << Token::BgSelected << 3.0;
        QTest::newRow("slider") << Token::LineControl << Token::BgPage << 3.0;
        QTest::newRow("knob of a switch") << Token::TxOnAccent << Token::LineControl << 3.0;
    }

    void whatComponentsPaintCanBeRead()
    {
        QFETCH(const Token, text);
        QFETCH(const Token, ground);
        QFETCH(const double, needs);
        for (const Scheme scheme : {Scheme::Light, Scheme::Dark})
            QCOMPARE_GE(contrast(color(text, scheme), color(ground, scheme)), needs);
    }

    void contrastIsThatOfWcag()
    {
        QCOMPARE(contrast(Qt::black, Qt::white), 21.0);
        QCOMPARE(contrast(Qt::white, Qt::black), 21.0);
        QCOMPARE(contrast(Qt::red, Qt::red), 1.0);
        QCOMPARE(qRound(contrast(QColor(0x77, 0x77, 0x77), Qt::white) * 100), 448);
    }

    void aTokenHasTheNameOfTheDesign()
    {
        QCOMPARE(tokenName(Token::BgSelectedInactive), QLatin1StringView("bg-selected-inactive"));
        QCOMPARE(tokenName(Token::Tx2), QLatin1StringView("tx-2"));
    }
};

QTEST_APPLESS_MAIN(TestTokens)
#include "tst_tokens.moc"
