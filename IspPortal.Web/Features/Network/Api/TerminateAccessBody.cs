namespace IspPortal.Web.Features.Network.Api;

/// <summary>How a line ends.</summary>
/// <param name="Reason">Why; stands in the audit.</param>
/// <param name="KeepDays">How many days it is kept disabled before it is removed, 0–365.</param>
internal sealed record TerminateAccessBody(string? Reason, int KeepDays = 30)
{
    public const int MostDays = 365;
}
