namespace IspPortal.Web.Features.Billing.Api;

/// <summary>A slip of withheld tax (bukti potong).</summary>
/// <param name="Number">Its number.</param>
/// <param name="On">Its day.</param>
/// <param name="Amount">How much was withheld, in rupiah.</param>
internal sealed record RecordSlipBody(string? Number, DateOnly? On, long? Amount);
