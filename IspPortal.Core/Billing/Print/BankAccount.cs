namespace IspPortal.Core.Billing.Print;

/// <summary>A bank account that customers pay to.</summary>
/// <param name="Bank">The bank.</param>
/// <param name="Number">The account.</param>
/// <param name="Holder">In whose name it is.</param>
public sealed record BankAccount(string Bank, string Number, string Holder);
