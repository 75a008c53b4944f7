using System.Diagnostics;
using System.Globalization;
using IspPortal.Core.Common.Metrics;

namespace IspPortal.Web.Features.Monitoring.Api.Metrics;

/// <summary>The process itself, under the names that Prometheus clients share.</summary>
internal sealed class ProcessMetrics : IMetricSource
{
    public ValueTask<IReadOnlyList<MetricSample>> ReadAsync(CancellationToken cancellationToken)
    {
        var collected = GC.GetGCMemoryInfo(GCKind.Any);
        var full = GC.GetGCMemoryInfo(GCKind.FullBlocking);
        using var process = Process.GetCurrentProcess();
        var samples = new List<MetricSample>
        {
            new("process_cpu_seconds_total", "CPU time used.", process.TotalProcessorTime.TotalSeconds),
            new("process_resident_memory_bytes", "Memory in use.", process.WorkingSet64),
            new("process_start_time_seconds", "Start of the process since 1970.", new DateTimeOffset(process.StartTime).ToUnixTimeMilliseconds() / 1000.0),
            new("process_threads", "Threads of the process.", process.Threads.Count),
            new("dotnet_heap_bytes", "Managed memory in use.", GC.GetTotalMemory(forceFullCollection: false)),
            new("dotnet_heap_live_bytes", "What the last full garbage collection left alive; 0 before the first.", full.HeapSizeBytes - full.FragmentedBytes),
            new("dotnet_gc_committed_bytes", "Memory that garbage collection holds, free parts included.", collected.TotalCommittedBytes),
            new("dotnet_gc_fragmented_bytes", "Free parts between live objects.", collected.FragmentedBytes),
            new("dotnet_allocated_bytes_total", "Managed memory ever allocated.", GC.GetTotalAllocatedBytes()),
            new("dotnet_gc_pause_seconds_total", "Time in which garbage collection stopped everything.", GC.GetTotalPauseDuration().TotalSeconds),
            new("dotnet_threadpool_queue_length", "Work that waits for a thread.", ThreadPool.PendingWorkItemCount),
        };
        for (var generation = 0; generation <= GC.MaxGeneration; generation++)
        {
            samples.Add(new(
                "dotnet_gc_collections_total",
                "Garbage collections by generation.",
                GC.CollectionCount(generation),
                new KeyValuePair<string, string>("generation", generation.ToString(CultureInfo.InvariantCulture))));
        }

        return ValueTask.FromResult<IReadOnlyList<MetricSample>>(samples);
    }
}
