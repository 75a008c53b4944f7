using IspPortal.Infrastructure.RouterOs;
using IspPortal.Infrastructure.RouterOs.Connections;

namespace IspPortal.Tests.RouterOs;

public sealed class WritingSentencesTests
{
    [Fact]
    public async Task A_sentence_is_one_write_with_lengths_in_bytes()
    {
        var stream = new RecordingStream();
        var connection = new RouterOsConnection(stream, "test", new RouterOsOptions(), TimeProvider.System, new CostMeter(TimeProvider.System));
        var command = new RouterOsCommand("/ppp/secret/add").With("name", "家=1").With("comment", new string('é', 100)).Flag("disabled").Where("name=x").Proplist(".id", "name");

        await connection.SendAsync(command, DroppingSink.Instance, isStream: false, TestContext.Current.CancellationToken);
        await connection.DisposeAsync();

        var expected = ScriptedSession.Encode("/ppp/secret/add", "=name=家=1", "=comment=" + new string('é', 100), "=disabled=", "?name=x", "=.proplist=.id,name", ".tag=1");
        Assert.Equal(expected, Assert.Single(stream.Writes));
    }

    [Fact]
    public void A_command_is_not_changed_by_building_on_it()
    {
        var print = new RouterOsCommand("/x/print");
        _ = print.With("a", "b").Deadlines(TimeSpan.FromSeconds(1), null);
        Assert.Empty(print.Words);
        Assert.Null(print.Silence);
    }

    private sealed class RecordingStream : MemoryStream
    {
        private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public List<byte[]> Writes { get; } = [];

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await _closed.Task.WaitAsync(cancellationToken);
            return 0;
        }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Writes.Add(buffer.ToArray());
            return ValueTask.CompletedTask;
        }

        protected override void Dispose(bool disposing)
        {
            _closed.TrySetResult();
            base.Dispose(disposing);
        }
    }
}
