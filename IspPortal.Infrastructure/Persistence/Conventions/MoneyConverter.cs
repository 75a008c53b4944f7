using IspPortal.Core.Common.Money;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace IspPortal.Infrastructure.Persistence.Conventions;

/// <summary>An amount is stored as whole minor units of the installation's one currency; another currency is refused rather than stored as if it were that one.</summary>
internal sealed class MoneyConverter() : ValueConverter<Money, long>(money => Minor(money), minor => Money.Idr(minor))
{
    private static long Minor(Money money) =>
        money.Currency == Currency.Idr ? money.Minor : throw new InvalidOperationException($"{money.Currency.Code} cannot be stored: this installation counts in {Currency.Idr.Code}.");
}
