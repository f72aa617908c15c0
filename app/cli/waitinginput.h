#pragma once

#include "app/cli/interruption.h"

#include <QIODevice>

namespace waymark::cli {

/// What comes from a descriptor, waited for as long as it takes. Ends where that ends, or cannot be
/// read, and once one of the signals of stopOnInterruption() came.
class WaitingInput : public QIODevice
{
public:
    /// `descriptor` stays open, and its owner's.
    explicit WaitingInput(int descriptor);

    [[nodiscard]] bool isSequential() const override { return true; }
    /// The errno of what failed, or 0.
    [[nodiscard]] int error() const { return m_error; }

protected:
    qint64 readData(char *data, qint64 maximum) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    InterruptibleInput m_input;
    int m_error = 0;
    bool m_hasEnded = false;
};

} // namespace waymark::cli
