using System.Globalization;
using System.Text;
using IspPortal.Core.Billing.Ledger;
using IspPortal.Core.Billing.Opening;
using IspPortal.Core.Billing.Receipts;
using IspPortal.Core.Common.Paging;
using IspPortal.Infrastructure.Billing.Ledger;
using IspPortal.Infrastructure.Billing.Opening;
using IspPortal.Tests.Billing.Runs;
using IspPortal.Tests.Customers;
using IspPortal.Tests.Network.Provisioning;
using IspPortal.Tests.Subscriptions;
using IspPortal.Tests.Support;

namespace IspPortal.Tests.Billing.Opening;

/// <summary>Opening balances over a scene of bills.</summary>
internal static class OpeningScene
{
    public const string Headings = "Jenis;Layanan;Nomor lama;Tanggal lama;Jatuh tempo;Periode dari;Periode sampai;Jumlah;Lunas sampai;Penagih;Seri;Nomor berikutnya";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static IOpeningDesk Openings(this BillingScene scene, params string[] permissions) => new OpeningDesk(
        scene.Database.FactoryAs(As(permissions).Actor), As(permissions), Reading(scene), new OpeningBooking(Reading(scene), new LedgerBook(scene.Lines.Clock), scene.Lines.Clock),
        new OpeningUndoing(new LedgerBook(scene.Lines.Clock), scene.Lines.Clock), new SubscriptionScene.Day(scene.Lines.Clock), scene.Lines.Clock);

    public static IOpeningDirectory OpeningDirectory(this BillingScene scene, params string[] permissions) => new OpeningDirectory(scene.Database.Factory, As(permissions));

    public static string Invoice(string line, string number, DateOnly issued, DateOnly due, long rupiah, DateOnly? from = null, DateOnly? to = null) =>
        $"tagihan;{line};{number};{Iso(issued)};{Iso(due)};{Iso(from)};{Iso(to)};{rupiah};;;;";

    public static string PaidUntil(string line, DateOnly until) => $"lunas sampai;{line};;;;;;;{Iso(until)};;;";

    public static string Deposit(string line, long rupiah) => $"jaminan;{line};;;;;;{rupiah};;;;";

    public static string Credit(string line, long rupiah) => $"kredit;{line};;;;;;{rupiah};;;;";

    public static string Cash(string place, long rupiah) => $"kas penagih;;;;;;;{rupiah};;{place};;";

    public static string Next(string series, long next) => $"nomor berikutnya;;;;;;;;;;{series};{next}";

    /// <summary>Uploads rows on the scene's day; gives the dry run.</summary>
    public static async Task<OpeningImportRow> DryRunAsync(this BillingScene scene, params string[] rows)
    {
        var id = Guid.CreateVersion7();
        var uploaded = await scene.Openings().UploadAsync(id, new OpeningFile("saldo.csv", Encoding.UTF8.GetBytes(string.Join('\n', [Headings, .. rows]))), scene.Lines.Today, Token);
        Assert.Null(uploaded.Error);
        return (await scene.OpeningDirectory().GetAsync(id, Token)).Value.Row;
    }

    /// <summary>Uploads and books.</summary>
    public static async Task<OpeningImportRow> BringAsync(this BillingScene scene, params string[] rows)
    {
        var import = await scene.DryRunAsync(rows);
        Assert.Empty((await scene.ItemsAsync(import.Id, OpeningVerdict.Wrong)).SelectMany(item => item.Problems).Select(problem => $"{problem.Field} {problem.Code}"));
        Assert.Null((await scene.Openings().BookAsync(import.Id, import.Version, Token)).Error);
        return (await scene.OpeningDirectory().GetAsync(import.Id, Token)).Value.Row;
    }

    public static async Task<IReadOnlyList<OpeningItemRow>> ItemsAsync(this BillingScene scene, Guid importId, OpeningVerdict? verdict = null) =>
        (await scene.OpeningDirectory().ItemsAsync(importId, new OpeningItemFilter(verdict), new PageRequest(1, 100), Token)).Value.Items;

    /// <summary>What the ledger holds by account, debits above zero.</summary>
    public static async Task<Dictionary<LedgerAccount, long>> BalancesAsync(this BillingScene scene)
    {
        var balance = (await scene.Ledger().GetTrialBalanceAsync(scene.Lines.Today, Token)).Value;
        Assert.True(balance.Difference.IsZero);
        return (await scene.Ledger().ListAsync(new(), new(1, 500), Token)).Value.Items.GroupBy(entry => entry.Account).ToDictionary(group => group.Key, group => group.Sum(entry => entry.Debit.Minor - entry.Credit.Minor));
    }

    private static OpeningReading Reading(BillingScene scene) => new(new SettingsOf<ReceiptSettings>(() => scene.Receiving));

    private static string Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static TestActor As(string[] permissions) => new(permissions.Length == 0 ? CustomersRig.Everything : permissions);
}
