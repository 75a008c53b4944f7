using IspPortal.Core.Billing.Corrections;

namespace IspPortal.Web.Features.Billing.Api;

/// <summary>A whole credit note.</summary>
/// <param name="CreditNote">As in lists.</param>
/// <param name="Withheld">Of it what the customer was to withhold (PPh 23).</param>
/// <param name="Lines">Its lines.</param>
internal sealed record WholeCreditNoteResource(CreditNoteResource CreditNote, long Withheld, IReadOnlyList<CreditNoteLineResource> Lines)
{
    public static WholeCreditNoteResource Of(CreditNoteDetails note) =>
        new(CreditNoteResource.Of(note.Row), note.Withheld.Minor, [.. note.Lines.Select(line => new CreditNoteLineResource(line.No, line.Text, line.SubscriptionNumber, line.Amount.Minor))]);
}
