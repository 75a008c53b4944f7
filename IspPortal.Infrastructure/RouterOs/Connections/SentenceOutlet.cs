using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using IspPortal.Core.Common.Results;
using IspPortal.Infrastructure.RouterOs.Wire;

namespace IspPortal.Infrastructure.RouterOs.Connections;

/// <summary>Writes whole sentences, one at a time.</summary>
[SuppressMessage("Design", "CA1001", Justification = "Whoever still waits for its turn when the connection ends must get it; the semaphore holds no handle.")]
internal sealed class SentenceOutlet(Stream stream, TimeSpan silence, TimeProvider timeProvider, CostMeter cost)
{
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly ArrayBufferWriter<byte> _outgoing = new(512);

    /// <summary>Writes the command unless the connection has ended when its turn comes; the error that must end the connection, or null.</summary>
    public async Task<Error?> WriteAsync(RouterOsCommand command, int tag, Func<bool> hasEnded)
    {
        await _writing.WaitAsync();
        try
        {
            if (hasEnded())
            {
                return null;
            }

            // A write that hangs means a peer that reads no more. It may not be cut short by a caller: half a sentence would garble the next.
            using var tooLong = new CancellationTokenSource(silence, timeProvider);
            _outgoing.ResetWrittenCount();
            SentenceWriter.Write(_outgoing, command.Path, command.Words.AsSpan(), tag);
            var bytes = _outgoing.WrittenMemory;
            await stream.WriteAsync(bytes, tooLong.Token);
            cost.AddBytesOut(bytes.Length);
            return null;
        }
        catch (OperationCanceledException)
        {
            return RouterOsErrors.Silent(silence);
        }
        catch (Exception e)
        {
            return RouterOsErrors.Closed(e.InnerException?.Message ?? e.Message);
        }
        finally
        {
            // The buffer held a password if this was a login.
            _outgoing.Clear();
            _writing.Release();
        }
    }
}
