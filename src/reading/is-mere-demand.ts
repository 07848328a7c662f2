import { fold } from '../text/fold.ts'

/** "… yêu cầu các cơ quan nghiêm túc triển khai thực hiện./." asks for nothing of its own. */
export function isMereDemand(predicate: string): boolean {
  return /^(?:can cu[^,]*,\s*)?(?:nghiem tuc|khan truong|quan tam|to chuc|phoi hop|chu dong|tap trung|,|\s|va|chi dao)*\s*(?:trien khai(?:,)?|thuc hien|to chuc)(?:\s+(?:thuc hien|trien khai))?(?:\s+(?:nghiem tuc|co hieu qua|hieu qua|tot|dat ket qua|ke hoach nay|cong van nay|noi dung (?:tren|nay)|cac noi dung tren|dung quy dinh))*\s*[./]*$/.test(
    fold(predicate),
  )
}
