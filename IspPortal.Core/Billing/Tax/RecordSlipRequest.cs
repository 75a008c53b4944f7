namespace IspPortal.Core.Billing.Tax;

/// <summary>A slip of withheld tax (<i>bukti potong</i>) as it is written down.</summary>
/// <param name="Number">Its number.</param>
/// <param name="On">Its day.</param>
/// <param name="Amount">How much was withheld, in rupiah.</param>
public sealed record RecordSlipRequest(string Number, DateOnly On, long Amount);
