namespace IspPortal.Infrastructure.RouterOs.Tables;

/// <summary>A simple queue with its byte counters; both are of the target: upload is what it sent.</summary>
internal sealed record SimpleQueueRow(
    string Id, string Name, string Target, string MaxLimit, bool Dynamic, bool Disabled, long? UploadBytes, long? DownloadBytes, string Comment);
