using System.Buffers;
using IspPortal.Infrastructure.RouterOs.Tables;
using IspPortal.Infrastructure.RouterOs.Wire;

namespace IspPortal.Tests.RouterOs;

/// <summary>Rows as real routers have been seen to send them.</summary>
public sealed class ReadingTablesTests
{
    [Fact]
    public void Session() => Assert.Equal(
        new PppActiveRow("*80020DCC", "budi", "pppoe", "AA:BB:CC:DD:EE:FF", "10.1.2.3", new TimeSpan(1, 2, 3), 0x81100001),
        Read(PppActiveReader.Instance, "!re", "=.id=*80020DCC", "=name=budi", "=service=pppoe", "=caller-id=AA:BB:CC:DD:EE:FF", "=address=10.1.2.3", "=uptime=1h2m3s", "=encoding=", "=session-id=0x81100001", "=radius=false"));

    [Fact]
    public void Interface() => Assert.Equal(
        new InterfaceRow("*F4036D", "<pppoe-budi>", "pppoe-in", true, false, true, 123456789012, 42, 1, 2, 3, 4, 5, "a=b"),
        Read(InterfaceReader.Instance, "!re", "=.id=*F4036D", "=name=<pppoe-budi>", "=type=pppoe-in", "=running=true", "=disabled=false", "=dynamic=true", "=rx-byte=123456789012", "=tx-byte=42", "=rx-error=1", "=tx-error=2", "=rx-drop=3", "=tx-drop=4", "=link-downs=5", "=comment=a=b", "=fp-rx-byte=0"));

    [Fact]
    public void Interface_without_counters_is_unknown_not_zero()
    {
        var row = Read(InterfaceReader.Instance, "!re", "=name=ether1", "=rx-byte=");
        Assert.Null(row.RxBytes);
        Assert.Null(row.TxBytes);
    }

    [Fact]
    public void Secret() => Assert.Equal(
        new PppSecretRow("*1", "budi", "pppoe", "HOME-20", true, "isolir 2026-11"),
        Read(PppSecretReader.Instance, "!re", "=.id=*1", "=name=budi", "=service=pppoe", "=caller-id=", "=password=hidden", "=profile=HOME-20", "=disabled=true", "=comment=isolir 2026-11"));

    [Fact]
    public void Hotspot_session() => Assert.Equal(
        new HotspotActiveRow("*C0A80A02", "tamu", "hotspot1", "192.168.10.2", "AA:BB:CC:DD:EE:01", "http-chap", TimeSpan.FromMinutes(5), 1000, 2000),
        Read(HotspotActiveReader.Instance, "!re", "=.id=*C0A80A02", "=server=hotspot1", "=user=tamu", "=address=192.168.10.2", "=mac-address=AA:BB:CC:DD:EE:01", "=login-by=http-chap", "=uptime=5m", "=bytes-in=1000", "=bytes-out=2000"));

    [Fact]
    public void Simple_queue() => Assert.Equal(
        new SimpleQueueRow("*2", "antonio", "192.168.120.251/32", "1000000/128000", false, false, 123, 9876543210, ""),
        Read(SimpleQueueReader.Instance, "!re", "=.id=*2", "=name=antonio", "=target=192.168.120.251/32", "=max-limit=1000000/128000", "=bytes=123/9876543210", "=total-bytes=0", "=dynamic=false", "=disabled=false"));

    [Fact]
    public void Arp_entry() => Assert.Equal(
        new ArpRow("*5", "10.0.0.9", "AA:BB:CC:DD:EE:02", "ether5", "reachable", true, true, false),
        Read(ArpReader.Instance, "!re", "=.id=*5", "=address=10.0.0.9", "=mac-address=AA:BB:CC:DD:EE:02", "=interface=ether5", "=status=reachable", "=complete=true", "=dynamic=true", "=disabled=false"));

    [Fact]
    public void A_progress_row_is_no_session()
    {
        using var scanner = new SentenceScanner(new WireLimits());
        var sequence = new ReadOnlySequence<byte>(ScriptedSession.Encode("!re", "=.section=1"));
        scanner.Scan(sequence);
        Assert.False(PppActiveReader.Instance.TryRead(scanner.Read(sequence), out _));
    }

    private static TRow Read<TRow>(IRowReader<TRow> reader, params string[] words)
    {
        using var scanner = new SentenceScanner(new WireLimits());
        var sequence = new ReadOnlySequence<byte>(ScriptedSession.Encode(words));
        Assert.Equal(ScanStatus.Sentence, scanner.Scan(sequence));
        Assert.True(reader.TryRead(scanner.Read(sequence), out var row));
        return row;
    }
}
