using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Billing.Tax;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Plans;
using IspPortal.Core.Plans.Offers;
using IspPortal.Core.Subscriptions;
using IspPortal.Tests.Support;

namespace IspPortal.Tests.Billing.Statements;

/// <summary>The ledger balances and the states agree with it, whatever people do in whatever order; a preview is what its run bills.</summary>
public sealed class WhateverPeopleDoTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, int> Cases
    {
        get
        {
            var cases = new TheoryData<string, int>();
            for (var seed = 1; seed <= KilledPortal.Rounds(3, 60); seed++)
            {
                cases.Add(seed % 3 == 0 ? "Postgres" : "Sqlite", seed);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task The_books_agree_with_themselves(string provider, int seed)
    {
        var random = new Random(seed);
        await using var books = await StatementScene.CreateAsync(provider, "2028-01-" + random.Next(10, 32).ToString(System.Globalization.CultureInfo.InvariantCulture));
        books.Bills.Settings = new() { Periods = random.Next(2) == 0 ? "calendar" : "anniversary", PauseFeePercent = random.Next(3) * 20, WhileIsolated = random.Next(2) == 0 ? "yes" : "no" };
        books.Late.Settings = books.Late.Settings with { LateFee = "steps", LateFeeSteps = "1:5:5000, next-month:10:10000", ReconnectFee = 25_000, PreparesRuns = true, ApprovesRuns = true };
        books.Isolates = true;
        books.BillsOn = _ => false;
        (Guid PlanId, Guid PriceId)[] plans =
        [
            await books.PlanAsync("Rumah 20", new(Money.Idr(150_250)) { InstallationFee = Money.Idr(random.Next(2) * 250_000), Deposit = Money.Idr(random.Next(2) * 100_000) }),
            await books.PlanAsync("Rumah 50", new(Money.Idr(249_999))),
        ];
        var offer = await books.PromotionAsync(new SavePromotionRequest("Bayar 3 dapat 4", PromotionKind.PayNGetM, books.Lines.Today, null) { PayPeriods = 3, GetPeriods = 4 });
        var prepaid = await books.PlanAsync("Prabayar", new(Money.Idr(99_000)), PlanPayment.Prepaid);
        var lines = new List<StatementScene.Sold>
        {
            await books.SellAsync("Budi", plans[0]),
            await books.SellAsync("Siti", plans[random.Next(2)], offer),
            await books.SellAsync("Joko", prepaid, random.Next(2) == 0 ? offer : null),
        };
        lines.Add(await books.SellAsync(lines[0].Customer, lines[0].Account, "budi dua", plans[1]));
        await books.TermsAsync(lines[1].Account, new SaveBillingTermsRequest(random.Next(2) == 0 ? CustomerTax.Collector : CustomerTax.Exempt, 0, null, null, null, null));
        var said = new List<string>();
        for (var step = 0; step < KilledPortal.Rounds(30, 60); step++)
        {
            var line = lines[random.Next(lines.Count)];
            said.Add($"{books.Lines.Today:yyyy-MM-dd} {await DoAsync(books, line, plans, random)}");
            try
            {
                await CheckAsync(books, lines);
            }
            catch (Xunit.Sdk.XunitException wrong)
            {
                Assert.Fail($"{wrong.Message}\n{string.Join('\n', said)}\n{await books.TextAsync()}");
            }
        }
    }

    private static async Task<string> DoAsync(StatementScene books, StatementScene.Sold line, (Guid PlanId, Guid PriceId)[] plans, Random random)
    {
        var today = books.Lines.Today;
        var due = await books.DueAsync(line.Account);
        var bills = (await books.Bills.BillsOfAsync(line.Account)).Where(b => b.Row.Kind != InvoiceKind.ProForma && !b.Row.Outstanding.IsZero).ToList();
        var isOver = (await books.Lines.GetAsync(line.Line)).Row.Status == SubscriptionStatus.Terminated;
        switch (random.Next(13))
        {
            case 0 or 1 or 2:
                await books.On(today.AddDays(random.Next(1, 20)).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
                return "days pass";
            case 3 or 4:
                await BillAsync(books);
                return "bill";
            case 5 when due > 0:
                await books.PayAsync(line.Account, due);
                return $"pay {due}";
            case 6:
                var some = random.Next(1, 600_000);
                await books.PayAsync(line.Account, some);
                return $"pay {some}";
            case 7 when (await books.Bills.BillsOfAsync(line.Account)).Any(b => b.Row.Kind == InvoiceKind.Invoice):
                return "credit " + await books.TryCreditAsync(line.Account, random);
            case 8 when bills.Count > 0:
                var lost = await books.Bills.Corrections().WriteOffAsync(bills[0].Row.Id, bills[0].Version, "Tidak tertagih", Token);
                return $"write off {bills[0].Row.Number} {lost.Error?.Code}";
            case 9:
                return "void " + await books.TryVoidAsync(random);
            case 10 when !isOver && line.Account != books.Account("Joko"):
                var (before, other) = ((await books.Lines.GetAsync(line.Line)).Row.PlanId, plans[random.Next(plans.Length)]);
                if (before != other.PlanId)
                {
                    await books.ChangeAsync(line, other);
                }

                return "change";
            case 11 when !isOver && random.Next(4) == 0:
                await books.EndAsync(line);
                return "end";
            case 12 when bills.Count > 0:
                return "promise " + (await books.Late.Desk().PromiseAsync(Ids.New(books.Lines.Clock), line.Account, new([new(today.AddDays(5), Money.Idr(bills.Sum(b => b.Row.Outstanding.Minor)))], "Gajian"), Token)).Error?.Code;
            default:
                return "nothing";
        }
    }

    // What a person looked at is what the run bills, line by line.
    private static async Task BillAsync(StatementScene books)
    {
        var today = books.Lines.Today;
        var accounts = new[] { "Budi", "Siti", "Joko" }.Select(books.Account).ToList();
        var (preview, before) = (new Dictionary<Guid, List<string>>(), new HashSet<Guid>());
        foreach (var account in accounts)
        {
            preview[account] = [.. (await books.Bills.Runs().PreviewAsync(account, today, Token)).Value.Lines.Select(l => $"{l.ChargeKey} {l.Amount.Minor}").Order(StringComparer.Ordinal)];
            before.UnionWith((await books.Bills.BillsOfAsync(account)).Select(b => b.Row.Id));
        }

        await books.BillAsync();
        foreach (var account in accounts)
        {
            // An offer that credit paid at once is there twice: as it was offered and as it was paid.
            var billed = (await books.Bills.BillsOfAsync(account)).Where(b => !before.Contains(b.Row.Id) && b.BasedOn is null).SelectMany(b => b.Lines).Select(l => $"{l.Line.ChargeKey} {l.Line.Amount.Minor}").Order(StringComparer.Ordinal).ToList();
            Assert.Equal(preview[account], billed);
        }
    }

    private static async Task CheckAsync(StatementScene books, List<StatementScene.Sold> lines)
    {
        await using (var context = books.Late.Database.Open())
        {
            await StatementText.CheckAsync(context, Token);
        }

        Assert.True((await books.Bills.Ledger().GetTrialBalanceAsync(books.Lines.Today, Token)).Value.Difference.IsZero);
        foreach (var account in lines.Select(l => l.Account).Distinct())
        {
            var bills = await books.Bills.BillsOfAsync(account);
            var payables = (await books.Bills.Receipts().PayablesAsync(account, Token)).Value;
            Assert.Equal(bills.Where(b => b.Row.Kind != InvoiceKind.ProForma).Sum(b => b.Row.Outstanding.Minor), payables.Owed.Minor);
            Assert.All(bills.Where(b => b.Row.Kind != InvoiceKind.ProForma), b =>
            {
                Assert.Equal(b.Lines.Sum(l => l.Line.Amount.Minor), b.Base.Minor);
                Assert.Equal(b.Row.Total, b.Base + b.Tax);
                Assert.Equal(b.Row.Outstanding.IsZero, b.Row.Status is InvoiceStatus.Paid or InvoiceStatus.Credited or InvoiceStatus.WrittenOff);
            });
            // Whoever owes nothing overdue is not isolated the moment the portal looked.
            await books.Late.Reconnections().RunAsync(Token);
            if ((await books.Late.StandsAsync(account)).Row.Overdue.IsZero)
            {
                Assert.DoesNotContain(await Task.WhenAll(lines.Where(l => l.Account == account).Select(l => books.Late.IsIsolatedAsync(l.Line))), isolated => isolated);
            }
        }
    }
}
