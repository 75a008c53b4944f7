using IspPortal.Core.Billing.Runs;

namespace IspPortal.Infrastructure.Billing.Runs.Configurations;

/// <summary>Stores what is unusual so that databases sort the most telling first: words alone would sort by letter.</summary>
internal static class UnusualOrder
{
    public static string ToStored(UnusualBill unusual) => $"{(int)unusual}-{unusual}";

    public static UnusualBill FromStored(string stored) => Enum.Parse<UnusualBill>(stored[2..]);
}
