using IspPortal.Benchmarks;
using IspPortal.Benchmarks.Billing;
using IspPortal.Benchmarks.Messaging;
using IspPortal.Benchmarks.Monitoring;
using IspPortal.Benchmarks.Network;
using IspPortal.Benchmarks.Office;
using IspPortal.Benchmarks.Portal;
using IspPortal.Benchmarks.RouterOs;

// One verb per figure of docs/performance.md.
var verbs = new Dictionary<string, Func<string[], Task>>(StringComparer.Ordinal)
{
    ["router-read"] = RouterRead.RunAsync,
    ["plan-accesses"] = PlanAccesses.RunAsync,
    ["apply-changes"] = ApplyChanges.RunAsync,
    ["who-had-address"] = WhoHadAddress.RunAsync,
    ["huge"] = Huge.RunAsync,
    ["demo-start"] = DemoStart.RunAsync,
    ["wall-latency"] = WallLatency.RunAsync,
    ["wall-heap"] = WallHeap.RunAsync,
    ["customer-imports"] = CustomerImports.RunAsync,
    ["office-lists"] = OfficeLists.RunAsync,
    ["map-views"] = MapViews.RunAsync,
    ["map-pans"] = MapPans.RunAsync,
    ["find-outages"] = FindOutages.RunAsync,
    ["evaluate-rules"] = EvaluateRules.RunAsync,
    ["series-store"] = SeriesStoreBench.RunAsync,
    ["message-backlog"] = MessageBacklog.RunAsync,
    ["quota-round"] = QuotaRound.RunAsync,
    ["billing-run"] = BillingRunBench.RunAsync,
    ["invoice-pdf"] = InvoicePdfBench.RunAsync,
    ["ageing"] = AgeingBench.RunAsync,
    ["invoice-lists"] = InvoiceLists.RunAsync,
};

if (args.Length == 0 || !verbs.TryGetValue(args[0], out var verb))
{
    Console.Error.WriteLine($"Which one? {string.Join(", ", verbs.Keys)}");
    return 1;
}

Machine.Print();
await verb(args[1..]);
return 0;
