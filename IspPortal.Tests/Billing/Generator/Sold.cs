using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using IspPortal.Core.Billing.Generator;
using IspPortal.Core.Billing.Tax;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Plans;

namespace IspPortal.Tests.Billing.Generator;

/// <summary>What was sold, in few words.</summary>
internal static class Sold
{
    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static Guid Id(string name) => new(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16));

    public static TermFacts Term(string plan, long price, string from, string? to = null, PlanCycle cycle = PlanCycle.Monthly, int? days = null) =>
        new(Day(from), to is null ? null : Day(to), Id(plan), plan, Id($"{plan} {price}"), Money.Idr(price), new(cycle, days)) { TaxCode = TaxTable.Ppn };

    public static SubscriptionBillingFacts Subscription(PlanPayment payment, string startsOn, params TermFacts[] terms) => Numbered("SUB-202601-000001", payment, startsOn, terms);

    public static SubscriptionBillingFacts Numbered(string number, PlanPayment payment, string startsOn, params TermFacts[] terms) =>
        new() { Id = Id(number), Number = number, StartsOn = Day(startsOn), Payment = payment, Terms = terms };

    public static DaySpan Days(string from, string? to = null) => new(Day(from), to is null ? null : Day(to));
}
