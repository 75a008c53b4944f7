using IspPortal.Core.Billing.Runs;

namespace IspPortal.Web.Features.Billing.Api;

/// <summary>One account of a run that is only thought of.</summary>
/// <param name="BillingAccountId">The account.</param>
/// <param name="AccountNumber">Its number.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="CustomerName">The customer's name.</param>
/// <param name="Lines">Lines of its bill.</param>
/// <param name="Base">What they come to without tax.</param>
/// <param name="Total">The same with tax.</param>
/// <param name="Plain">What they would come to without tax if nothing were assumed.</param>
/// <param name="Before">What it was billed in the month before; null: nothing.</param>
/// <param name="Unusual">What is unusual about it.</param>
internal sealed record WhatIfRowResource(Guid BillingAccountId, string AccountNumber, Guid CustomerId, string CustomerName, int Lines, long Base, long Total, long Plain, long? Before, UnusualBill Unusual)
{
    public static WhatIfRowResource Of(WhatIfRow row) =>
        new(row.BillingAccountId, row.AccountNumber, row.CustomerId, row.CustomerName, row.Lines, row.Base.Minor, row.Total.Minor, row.Plain.Minor, row.Before?.Minor, row.Unusual);
}
