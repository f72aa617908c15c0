#pragma once

#include "tests/support/draft7branches.h"
#include "tests/support/draft7containers.h"
#include "tests/support/draft7values.h"

#include <QTest>

namespace waymark::testing {

/// A row of `schema`, `json` and `isValid` for every case of draft 7.
inline void addDraft7Rows()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<bool>("isValid");
    const auto check = [](const char *name, const QByteArray &schema,
                          const QList<std::pair<QByteArray, bool>> &values) {
        for (const auto &[json, isValid] : values)
            QTest::newRow((QByteArray(name) + ": " + json).constData())
                << schema << json << isValid;
    };
    draft7Values(check);
    draft7Containers(check);
    draft7Branches(check);
}

} // namespace waymark::testing
