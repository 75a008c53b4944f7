using System.Resources;

namespace IspPortal.Infrastructure.Billing.Receipts;

/// <summary>Words on slips that depend on the receipt.</summary>
internal static class SlipWords
{
    public static ResourceManager ResourceManager { get; } = new(typeof(SlipWords));
}
