using IspPortal.Core.Billing.Opening;

namespace IspPortal.Web.Features.Billing.Api;

/// <summary>What the rows of one kind come to.</summary>
/// <param name="Kind">What they bring along.</param>
/// <param name="Rows">How many.</param>
/// <param name="Amount">Their sum.</param>
internal sealed record OpeningKindResource(OpeningKind Kind, int Rows, long Amount);
